package io.guanxi.web.shell;

import io.guanxi.kernel.access.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page on which a company's admins shape it.
 *
 * @param key  of its label, after {@code shell.}
 * @param icon PrimeIcons name
 * @param feature what its visitors must be allowed
 * @param tabs    keys of pages that are reached from it alone
 */
record AdminPage(String key, String icon, Feature feature, List<String> tabs) {

    AdminPage(String key, String icon, Feature feature) {
        this(key, icon, feature, List.of());
    }

    static final List<AdminPage> ALL = List.of(
            new AdminPage("company", "pi-building", Feature.ADMINISTER),
            new AdminPage("people", "pi-users", Feature.ADMINISTER, List.of("sessions")),
            new AdminPage("roles", "pi-shield", Feature.ADMINISTER, List.of("teams", "sharing")),
            new AdminPage("security", "pi-lock", Feature.ADMINISTER),
            new AdminPage("objects", "pi-th-large", Feature.CUSTOMISE),
            new AdminPage("fields", "pi-sliders-v", Feature.CUSTOMISE),
            new AdminPage("rules", "pi-verified", Feature.CUSTOMISE),
            new AdminPage("layouts", "pi-objects-column", Feature.CUSTOMISE),
            new AdminPage("classes", "pi-star", Feature.CUSTOMISE),
            new AdminPage("quality", "pi-gauge", Feature.CARE_FOR_DATA),
            new AdminPage("cleansing", "pi-eraser", Feature.CARE_FOR_DATA),
            new AdminPage("partners", "pi-link", Feature.ADMINISTER),
            new AdminPage("modules", "pi-box", Feature.ADMINISTER),
            new AdminPage("usage", "pi-chart-bar", Feature.ADMINISTER),
            new AdminPage("support", "pi-headphones", Feature.ADMINISTER),
            new AdminPage("audit", "pi-history", Feature.AUDIT));

    /** Its address after {@code /app/}. */
    String path() {
        return path(key);
    }

    /** Addresses of the page and of those that are reached from it. */
    Stream<String> paths() {
        return Stream.concat(Stream.of(key), tabs.stream()).map(AdminPage::path);
    }

    private static String path(String key) {
        return "admin/" + key;
    }
}
