package io.guanxi.kernel.query;

import java.util.List;

/** Attribute values of one record, by name. */
public record Row(List<String> attributes, Object[] values) {

    public Object get(String attribute) {
        int index = attributes.indexOf(attribute);
        return index < 0 ? null : values[index];
    }
}
