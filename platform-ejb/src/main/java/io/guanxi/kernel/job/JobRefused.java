package io.guanxi.kernel.job;

import io.guanxi.kernel.error.DomainException;

/** A job that cannot be taken back or gone on with, or no longer. */
public class JobRefused extends DomainException {

    JobRefused(String code) {
        super(code);
    }
}
