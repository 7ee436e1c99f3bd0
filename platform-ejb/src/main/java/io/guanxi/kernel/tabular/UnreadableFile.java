package io.guanxi.kernel.tabular;

import io.guanxi.kernel.error.DomainException;

/** A file that cannot be read as a table, or only at a cost nobody should pay; the code says why. */
public class UnreadableFile extends DomainException {

    public UnreadableFile(String code, Object... args) {
        super(code, args);
    }
}
