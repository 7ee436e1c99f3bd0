package io.guanxi.web.shell;

import io.guanxi.kernel.access.Feature;
import java.util.List;

/**
 * A page on which a company's admins shape it.
 *
 * @param key  of its label, after {@code shell.}
 * @param icon PrimeIcons name
 * @param feature what its visitors must be allowed
 */
record AdminPage(String key, String icon, Feature feature) {

    static final List<AdminPage> ALL = List.of(
            new AdminPage("people", "pi-users", Feature.ADMINISTER),
            new AdminPage("roles", "pi-shield", Feature.ADMINISTER),
            new AdminPage("objects", "pi-th-large", Feature.CUSTOMISE),
            new AdminPage("fields", "pi-sliders-v", Feature.CUSTOMISE),
            new AdminPage("rules", "pi-verified", Feature.CUSTOMISE),
            new AdminPage("layouts", "pi-objects-column", Feature.CUSTOMISE),
            new AdminPage("classes", "pi-star", Feature.CUSTOMISE),
            new AdminPage("quality", "pi-gauge", Feature.CARE_FOR_DATA),
            new AdminPage("cleansing", "pi-eraser", Feature.CARE_FOR_DATA),
            new AdminPage("partners", "pi-link", Feature.ADMINISTER));

    /** Its address after {@code /app/}. */
    String path() {
        return "admin/" + key;
    }
}
