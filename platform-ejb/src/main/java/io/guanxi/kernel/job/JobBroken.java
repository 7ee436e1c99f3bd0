package io.guanxi.kernel.job;

import io.guanxi.kernel.error.DomainException;

/** A chunk failed again and again for a reason that is neither the caller's nor the database's absence. */
public class JobBroken extends DomainException {

    JobBroken(long position) {
        super("job.broken", position);
    }
}
