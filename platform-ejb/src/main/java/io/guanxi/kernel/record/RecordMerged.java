package io.guanxi.kernel.record;

import io.guanxi.kernel.error.RecordNotFound;

/** The record was merged into another, which stands for it now. */
public class RecordMerged extends RecordNotFound {

    private final String survivor;

    RecordMerged(String survivor) {
        this.survivor = survivor;
    }

    /** Opaque id of the record that stands for it. */
    public String survivor() {
        return survivor;
    }
}
