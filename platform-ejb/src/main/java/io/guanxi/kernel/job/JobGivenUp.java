package io.guanxi.kernel.job;

import io.guanxi.kernel.error.DomainException;

/** A job broke off again and again at the same place, through no fault of whoever submitted it. */
public class JobGivenUp extends DomainException {

    JobGivenUp() {
        super("job.givenUp");
    }
}
