package io.guanxi.kernel.validation;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Values given by path, read as the record they describe. */
final class TypedValues implements Function<String, Object> {

    private static final String OLD = "old.";

    private final ObjectDescriptor object;
    private final Map<String, Object> values;

    TypedValues(ObjectDescriptor object, Map<String, Object> values) {
        this.object = object;
        this.values = values;
    }

    boolean isOldGiven() {
        return !below(OLD).isEmpty();
    }

    TypedValues old() {
        return new TypedValues(object, below(OLD));
    }

    @Override
    public Object apply(String name) {
        FieldDescriptor field = object.fields().get(name);
        if (field == null || field.type() != FieldType.REFERENCE) {
            return values.get(name);
        }
        Map<String, Object> target = below(name + ".");
        if (values.get(name) != null) {
            target.put("id", values.get(name));
        }
        return target.isEmpty() ? null : target;
    }

    private Map<String, Object> below(String prefix) {
        Map<String, Object> below = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (path.startsWith(prefix) && value != null) {
                below.put(path.substring(prefix.length()), value);
            }
        });
        return below;
    }
}
