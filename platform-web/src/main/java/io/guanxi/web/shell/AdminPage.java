package io.guanxi.web.shell;

import io.guanxi.kernel.access.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page on which a company's admins shape it. Stands among others of its group on the page of administration, and in the
 * rail while somebody administers.
 *
 * @param group what it is about
 * @param key  of its label, after {@code shell.}
 * @param icon PrimeIcons name
 * @param feature what its visitors must be allowed
 * @param tabs    keys of pages that are reached from it alone
 */
record AdminPage(Group group, String key, String icon, Feature feature, List<String> tabs) {

    /** What pages are about; a label each, after {@code admin.group.}. */
    enum Group {
        COMPANY,
        PEOPLE,
        SHAPE,
        DATA,
        OVERSIGHT
    }

    AdminPage(Group group, String key, String icon, Feature feature) {
        this(group, key, icon, feature, List.of());
    }

    static final List<AdminPage> ALL = List.of(
            new AdminPage(Group.COMPANY, "company", "pi-building", Feature.ADMINISTER),
            new AdminPage(Group.COMPANY, "modules", "pi-box", Feature.ADMINISTER),
            new AdminPage(Group.COMPANY, "usage", "pi-chart-bar", Feature.ADMINISTER),
            new AdminPage(Group.PEOPLE, "people", "pi-users", Feature.ADMINISTER, List.of("sessions")),
            new AdminPage(Group.PEOPLE, "roles", "pi-shield", Feature.ADMINISTER, List.of("teams", "sharing")),
            new AdminPage(Group.PEOPLE, "security", "pi-lock", Feature.ADMINISTER),
            new AdminPage(Group.PEOPLE, "identity-provider", "pi-sign-in", Feature.ADMINISTER),
            new AdminPage(Group.PEOPLE, "partners", "pi-link", Feature.ADMINISTER),
            new AdminPage(Group.SHAPE, "objects", "pi-th-large", Feature.CUSTOMISE),
            new AdminPage(Group.SHAPE, "fields", "pi-sliders-v", Feature.CUSTOMISE),
            new AdminPage(Group.SHAPE, "rules", "pi-verified", Feature.CUSTOMISE),
            new AdminPage(Group.SHAPE, "layouts", "pi-objects-column", Feature.CUSTOMISE),
            new AdminPage(Group.SHAPE, "classes", "pi-star", Feature.CUSTOMISE),
            new AdminPage(Group.DATA, "quality", "pi-gauge", Feature.CARE_FOR_DATA),
            new AdminPage(Group.DATA, "cleansing", "pi-eraser", Feature.CARE_FOR_DATA),
            new AdminPage(Group.DATA, "export", "pi-download", Feature.ADMINISTER),
            new AdminPage(Group.OVERSIGHT, "support", "pi-headphones", Feature.ADMINISTER),
            new AdminPage(Group.OVERSIGHT, "audit", "pi-history", Feature.AUDIT),
            new AdminPage(Group.OVERSIGHT, "isolation", "pi-lock", Feature.ADMINISTER),
            new AdminPage(Group.OVERSIGHT, "closing", "pi-power-off", Feature.ADMINISTER));

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
