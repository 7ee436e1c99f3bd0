package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** RFC 7396: objects inside are merged, everything else is replaced. Money is the only field that is an object. */
final class MergePatch {

    private MergePatch() {}

    static Map<String, Object> withMoneyCompleted(
            ObjectDescriptor object, Map<String, Object> current, Map<String, Object> patch) {
        Map<String, Object> completed = new LinkedHashMap<>(patch);
        patch.forEach((name, value) -> {
            FieldDescriptor field = object.fields().get(name);
            if (field != null
                    && field.type() == FieldType.MONEY
                    && value instanceof Map<?, ?> change
                    && current.get(name) instanceof Map<?, ?> money) {
                Map<String, Object> merged = new LinkedHashMap<>();
                money.forEach((member, old) -> merged.put((String) member, old));
                change.forEach((member, now) -> merged.put(String.valueOf(member), now));
                completed.put(name, merged);
            }
        });
        return completed;
    }
}
