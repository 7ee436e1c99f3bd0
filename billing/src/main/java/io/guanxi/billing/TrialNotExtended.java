package io.guanxi.billing;

import io.guanxi.kernel.error.DomainException;

/** The tenant is on no trial, or the trial would end in the past or more than a year from now. */
public class TrialNotExtended extends DomainException {

    public TrialNotExtended() {
        super("trial.notExtended");
    }
}
