package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Choices that depend on another field must go with it when either of them is changed. */
final class DependentChoices {

    private DependentChoices() {}

    /**
     * @param before external forms of the fields as stored; empty for a new record
     * @param after  external forms of the fields as they would be stored
     */
    static void check(
            ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after, RecordInput input) {
        for (FieldDescriptor field : object.fields().values()) {
            field.dependence().ifPresent(dependence -> {
                Object chosen = after.get(field.name());
                Object option = after.get(dependence.on());
                boolean changed = !Objects.equals(before.get(field.name()), chosen)
                        || !Objects.equals(before.get(dependence.on()), option);
                if (chosen == null || !changed) {
                    return;
                }
                List<?> all = chosen instanceof List<?> several ? several : List.of(chosen);
                if (all.stream().anyMatch(one -> !dependence.offers(one.toString(), (String) option))) {
                    input.error(field.pointer(), "choice.notOffered", String.valueOf(chosen));
                }
            });
        }
    }
}
