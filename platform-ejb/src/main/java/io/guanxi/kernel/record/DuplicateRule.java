package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;

/**
 * What an import does with a row whose record is already there.
 *
 * @param mode what to do
 * @param key  field that tells: one that lists can be filtered by, {@code name}, or {@code externalId}; null with
 *     {@code CREATE}
 */
public record DuplicateRule(Mode mode, String key) {

    /** What to do with a row whose record is already there, and with one whose record is not. */
    public enum Mode {
        /** Every row makes a record. */
        CREATE,
        /** Rows whose record is there are left out. */
        SKIP,
        /** Rows change their record; those without one are left out. */
        UPDATE,
        /** Rows change their record, or make it. */
        UPSERT
    }

    /** Whether records can be found by a field: of a tenant's own fields by those that are unique. */
    public static boolean finds(FieldDescriptor field) {
        return field.type().isText() && (field.isCustom() ? field.unique() : field.filterable() || field.sortable());
    }
}
