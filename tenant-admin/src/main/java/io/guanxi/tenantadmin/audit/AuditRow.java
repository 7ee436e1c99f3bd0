package io.guanxi.tenantadmin.audit;

import java.util.List;

/**
 * One entry as the page shows it.
 *
 * @param what     what was done to what
 * @param href     of the record; empty for none
 * @param byHref   the same page with all that they did
 * @param channel  the way in; empty when it is not known
 * @param client   address, browser and system, as far as they are known
 * @param agent    what the program called itself; empty when it is not known
 * @param plain    whether changes have labels and values that people read; those of settings are names of programs
 */
public record AuditRow(
        String day,
        String icon,
        String what,
        String href,
        String by,
        String byHref,
        String acting,
        String channel,
        String client,
        String agent,
        String time,
        String iso,
        String trace,
        String count,
        boolean plain,
        List<Difference> changes) {

    /** A value before and after; empty for none. */
    public record Difference(String label, String before, String after) {}
}
