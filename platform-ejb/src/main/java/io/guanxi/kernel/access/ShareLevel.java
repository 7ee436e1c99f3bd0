package io.guanxi.kernel.access;

/** What may be done with records that were shared. */
public enum ShareLevel {
    READ,
    EDIT
}
