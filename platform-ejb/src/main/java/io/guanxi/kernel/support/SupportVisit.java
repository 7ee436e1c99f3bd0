package io.guanxi.kernel.support;

import io.guanxi.kernel.access.CallContext;
import java.util.Optional;

/**
 * Marks the current thread's work as a supporter's. Entered beside the {@link CallContext} by the request filter; what a
 * company decides for itself asks for it.
 */
public final class SupportVisit {

    private static final ThreadLocal<String> OPERATOR = new ThreadLocal<>();

    private SupportVisit() {}

    /** Binds the operator until the scope is closed. */
    public static CallContext.Scope enter(String operator) {
        OPERATOR.set(operator);
        return OPERATOR::remove;
    }

    /** Mail address of the operator who works on behalf of the caller; empty when the caller works for themselves. */
    public static Optional<String> find() {
        return Optional.ofNullable(OPERATOR.get());
    }
}
