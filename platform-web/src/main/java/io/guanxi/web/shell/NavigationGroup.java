package io.guanxi.web.shell;

import java.util.List;

/**
 * A heading of the navigation with its ways.
 *
 * @param label empty for what comes first, under no heading
 */
public record NavigationGroup(String label, List<Way> ways) {

    /**
     * A way to a page.
     *
     * @param icon    PrimeIcons name
     * @param current whether its page is open
     * @param key     whether a phone has a place for it beside Home: records that people work through all day
     */
    public record Way(String label, String icon, String href, boolean current, boolean key) {}
}
