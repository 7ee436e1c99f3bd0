package io.guanxi.billing.usage;

import java.util.OptionalLong;

/**
 * One thing that a plan limits.
 *
 * @param limit   name such as {@code records}
 * @param used    how much of it; bytes of storage
 * @param allowed empty for no limit
 */
public record UsageLine(String limit, long used, OptionalLong allowed) {

    private static final int NEAR_PERCENT = 80;
    private static final int WHOLE_PERCENT = 100;

    /** How near the limit is. */
    public enum Standing {
        FREE,
        NEAR,
        REACHED
    }

    /** Used of a hundred parts of what is allowed, rounded down; 0 without a limit. */
    public int percent() {
        if (allowed.isEmpty()) {
            return 0;
        }
        long most = allowed.getAsLong();
        return most <= 0 ? WHOLE_PERCENT : (int) Math.min(9_999, Math.floorDiv(used * WHOLE_PERCENT, most));
    }

    public Standing standing() {
        if (allowed.isEmpty() || percent() < NEAR_PERCENT) {
            return Standing.FREE;
        }
        return percent() < WHOLE_PERCENT ? Standing.NEAR : Standing.REACHED;
    }
}
