package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a new record has in fields that its input says nothing about. */
final class FieldDefaults {

    private FieldDefaults() {}

    /** The defaults of those of a tenant's own fields that are no members of the input. */
    static Map<String, Object> beside(ObjectDescriptor object, Map<String, Object> members) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        object.fields().values().stream()
                .filter(FieldDescriptor::isCustom)
                .filter(field -> field.custom().defaultValue() != null)
                .filter(field -> !members.containsKey(field.name()))
                .forEach(field -> defaults.put(field.name(), field.custom().defaultValue()));
        return defaults;
    }
}
