package io.guanxi.kernel.record;

import io.guanxi.kernel.error.DomainException;

/** A step of an all-or-nothing request failed, so nothing happened. */
public class AtomicFailure extends DomainException {

    private final int step;
    private final transient DomainException reason;

    AtomicFailure(int step, DomainException reason) {
        super("bulk.atomic", step);
        this.step = step;
        this.reason = reason;
    }

    /** Index of the step that failed, from 0. */
    public int step() {
        return step;
    }

    public DomainException reason() {
        return reason;
    }
}
