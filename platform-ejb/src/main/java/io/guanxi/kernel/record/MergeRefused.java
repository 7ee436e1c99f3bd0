package io.guanxi.kernel.record;

import io.guanxi.kernel.error.DomainException;

/** Records cannot be merged, or a merge cannot be undone, for the reason that the code names. */
public class MergeRefused extends DomainException {

    MergeRefused(String code, Object... args) {
        super(code, args);
    }
}
