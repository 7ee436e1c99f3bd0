package io.guanxi.kernel.support;

import java.time.Instant;

/**
 * Something that an operator did with a tenant, or in it.
 *
 * @param operator mail address
 * @param details  such as the plan taken; empty for none
 */
public record OperatorEntry(Instant madeAt, String operator, Action action, String details) {

    /** What was done. */
    public enum Action {
        SUPPORT_GRANTED,
        SUPPORT_ENDED,
        SUPPORT_ENTERED,
        SUPPORT_LEFT,
        PAST_DUE,
        READ_ONLY,
        SUSPENDED,
        RESTORED,
        REOPENED,
        TRIAL_EXTENDED,
        PLAN_CHANGED,
        LIMIT_AGREED,
        LIMIT_REVOKED,
        ADD_ON_GIVEN,
        ADD_ON_TAKEN
    }
}
