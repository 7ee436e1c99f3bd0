package io.guanxi.kernel.announcement;

import java.time.Instant;
import java.util.Map;

/**
 * Something said to all tenants or to one.
 *
 * @param tenantId 0 for all
 * @param texts    by language tag, in every language of the product
 */
public record Announcement(
        long id, int tenantId, Tone tone, Map<String, String> texts, Instant beginsAt, Instant endsAt, String madeBy) {

    /** How much it matters. */
    public enum Tone {
        INFO,
        WARNING
    }

    boolean isFor(int tenant) {
        return tenantId == 0 || tenantId == tenant;
    }

    boolean isShownAt(Instant time) {
        return !time.isBefore(beginsAt) && time.isBefore(endsAt);
    }
}
