package io.guanxi.billing;

import io.guanxi.kernel.error.DomainException;

/** There is no plan of that code. */
public class UnknownPlan extends DomainException {

    public UnknownPlan(String code) {
        super("plan.unknown", code);
    }
}
