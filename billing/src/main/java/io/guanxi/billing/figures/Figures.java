package io.guanxi.billing.figures;

import java.time.Instant;
import java.util.Optional;

/**
 * What was counted of one tenant.
 *
 * @param people       who are invited or active
 * @param records      of all objects
 * @param storage      bytes of documents
 * @param calls        of the REST interface this month
 * @param lastActiveAt when somebody was last there, or something last changed; empty for never
 * @param failingJobs  jobs that failed within a day
 * @param stuckEvents  follow-up work that has failed again and again
 * @param nearLimits   limits of which 80 % are used
 * @param fullLimits   limits that are reached
 */
public record Figures(
        Instant gatheredAt,
        long people,
        long records,
        long storage,
        long calls,
        Optional<Instant> lastActiveAt,
        long failingJobs,
        long stuckEvents,
        int nearLimits,
        int fullLimits) {

    /** How a tenant fares. */
    public enum Health {
        GOOD,
        WATCH,
        BAD
    }

    /** Work that fails is bad; a limit at hand is worth a look. */
    public Health health() {
        if (failingJobs > 0 || stuckEvents > 0) {
            return Health.BAD;
        }
        return nearLimits + fullLimits > 0 ? Health.WATCH : Health.GOOD;
    }
}
