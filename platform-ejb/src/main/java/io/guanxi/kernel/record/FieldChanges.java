package io.guanxi.kernel.record;

import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What a write changes, as history tells it: external forms before and after by field. */
final class FieldChanges {

    private FieldChanges() {}

    /** The fields that people fill in, and those that are computed. */
    static Map<String, Object> of(ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after) {
        return of(object, before, after, field -> !field.readOnly() || field.isComputed());
    }

    /** What the product itself changes, read-only fields too. */
    static Map<String, Object> ofProduct(
            ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after) {
        return of(object, before, after, field -> field.derivedFrom() == null && !isCompleteness(field));
    }

    /** What follows from other values. */
    static Map<String, Object> computed(
            ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after) {
        return of(object, before, after, field -> field.isComputed() || isCompleteness(field));
    }

    private static boolean isCompleteness(FieldDescriptor field) {
        return field.name().equals(ObjectDescriptor.COMPLETENESS);
    }

    private static Map<String, Object> of(
            ObjectDescriptor object,
            Map<String, Object> before,
            Map<String, Object> after,
            Predicate<FieldDescriptor> told) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (FieldDescriptor field : object.fields().values()) {
            Object old = before.get(field.name());
            Object now = after.get(field.name());
            if (told.test(field) && !Objects.equals(old, now)) {
                changes.put(field.name(), Arrays.asList(old, now));
            }
        }
        return changes;
    }

    /** Whether any of the changes is one of a tenant's own field. */
    static boolean concernOwn(Map<String, Object> changes) {
        return changes.keySet().stream().anyMatch(name -> name.startsWith(CustomField.PREFIX));
    }
}
