package io.guanxi.kernel.object;

import java.util.List;

/**
 * A titled group of fields on the record and edit pages.
 *
 * @param name   its label stands in the object's bundle under {@code <object>.section.<name>}
 * @param fields names of its fields, in reading order
 */
public record Section(String name, List<String> fields) {

    /** The group of the fields that a tenant has made; its label is the product's. */
    public static final String CUSTOM = "custom";
}
