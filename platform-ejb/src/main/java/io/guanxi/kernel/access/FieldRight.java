package io.guanxi.kernel.access;

/** What a role may do with a field of records that it may read. */
public enum FieldRight {
    /** The field does not exist for it. */
    HIDDEN,
    /** It sees the field and does not fill it. */
    READ,
    /** It may fill the field, as far as it may change the record. */
    EDIT
}
