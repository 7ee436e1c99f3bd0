package io.guanxi.kernel.object;

import java.util.List;
import java.util.Set;

/**
 * A titled group of fields on the record and edit pages.
 *
 * @param name   its label stands in the object's bundle under {@code <object>.section.<name>}
 * @param fields names of its fields, in reading order
 */
public record Section(String name, List<String> fields) {

    /** The group of the fields that a tenant has made; its label is the product's. */
    public static final String CUSTOM = "custom";

    /** The same group without some fields. */
    Section without(Set<String> gone) {
        return new Section(
                name, fields.stream().filter(field -> !gone.contains(field)).toList());
    }
}
