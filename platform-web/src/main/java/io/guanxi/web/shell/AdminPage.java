package io.guanxi.web.shell;

import java.util.List;

/**
 * A page on which a company's admins shape it.
 *
 * @param key  of its label, after {@code shell.}
 * @param icon PrimeIcons name
 */
record AdminPage(String key, String icon) {

    static final List<AdminPage> ALL = List.of(
            new AdminPage("company", "pi-building"),
            new AdminPage("people", "pi-users"),
            new AdminPage("objects", "pi-th-large"),
            new AdminPage("fields", "pi-sliders-v"),
            new AdminPage("rules", "pi-verified"),
            new AdminPage("layouts", "pi-objects-column"),
            new AdminPage("classes", "pi-star"),
            new AdminPage("quality", "pi-gauge"),
            new AdminPage("cleansing", "pi-eraser"),
            new AdminPage("partners", "pi-link"),
            new AdminPage("modules", "pi-box"),
            new AdminPage("usage", "pi-chart-bar"),
            new AdminPage("support", "pi-headphones"),
            new AdminPage("audit", "pi-history"));

    /** Its address after {@code /app/}. */
    String path() {
        return "admin/" + key;
    }
}
