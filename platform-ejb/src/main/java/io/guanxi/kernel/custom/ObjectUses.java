package io.guanxi.kernel.custom;

import java.util.List;

/**
 * What an object of the tenant's own is used by.
 *
 * @param records how many it has, those in the recycle bin included
 * @param fields  fields of other objects that point to it, or sum its records up
 * @param parts   names of objects whose records are parts of its records
 */
public record ObjectUses(long records, List<Pointer> fields, List<String> parts) {

    /**
     * @param object name of the object that has the field
     * @param field  name of the field, without the prefix
     */
    public record Pointer(String object, String field) {}

    /**
     * What goes with an object beside its records and fields.
     *
     * @param layouts arrangements of its records
     * @param views   saved views, private ones too
     * @param rules   validation rules
     */
    public record Shown(long layouts, long views, long rules) {}

    /** Whether it must stay until those who point to it are gone. */
    public boolean isHeld() {
        return !fields.isEmpty() || !parts.isEmpty();
    }
}
