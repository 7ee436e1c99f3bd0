package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a new record has in fields that its input says nothing about. */
final class FieldDefaults {

    private FieldDefaults() {}

    /** The members with the defaults of a tenant's own fields. */
    static Map<String, Object> completed(ObjectDescriptor object, Map<String, Object> members) {
        Map<String, Object> completed = new LinkedHashMap<>(members);
        object.fields().values().stream()
                .filter(FieldDescriptor::isCustom)
                .filter(field -> field.custom().defaultValue() != null)
                .forEach(field ->
                        completed.putIfAbsent(field.name(), field.custom().defaultValue()));
        return completed;
    }
}
