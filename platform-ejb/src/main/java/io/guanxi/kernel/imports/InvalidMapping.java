package io.guanxi.kernel.imports;

import io.guanxi.kernel.error.DomainException;

/** A mapping that names a column or target that does not exist, or one of them twice. */
public class InvalidMapping extends DomainException {

    public InvalidMapping(String code, Object... args) {
        super(code, args);
    }
}
