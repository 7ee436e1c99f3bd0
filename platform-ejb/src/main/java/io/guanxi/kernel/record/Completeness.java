package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of what a company wants to know about a record is there: the weights of the fields that are filled, of those of
 * all weighed fields.
 *
 * @param score   0–100 percent, rounded down: 100 means that nothing is missing
 * @param missing fields that are empty, the heaviest first
 */
public record Completeness(int score, List<FieldDescriptor> missing) {

    /** Largest weight of a field. */
    public static final int MOST = 100;

    private static final int WHOLE = 100;

    /**
     * @param values value of a field by its name, external or as records keep it
     * @return empty when no field of the object is weighed
     */
    public static Optional<Completeness> of(ObjectDescriptor object, Function<String, Object> values) {
        int all = 0;
        int filled = 0;
        for (Map.Entry<String, Integer> weight : object.weights().entrySet()) {
            all += weight.getValue();
            filled += isFilled(values.apply(weight.getKey())) ? weight.getValue() : 0;
        }
        if (all == 0) {
            return Optional.empty();
        }
        List<FieldDescriptor> missing = object.weights().entrySet().stream()
                .filter(weight -> weight.getValue() > 0 && !isFilled(values.apply(weight.getKey())))
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .map(weight -> object.require(weight.getKey()))
                .toList();
        return Optional.of(new Completeness(filled * WHOLE / all, missing));
    }

    /** Whether a field can be missing: a person or partner fills it, and "no" is no gap. */
    public static boolean isWeighable(FieldDescriptor field) {
        return !field.readOnly() && field.type() != FieldType.BOOLEAN;
    }

    private static boolean isFilled(Object value) {
        if (value instanceof String text) {
            return !text.isBlank() && !text.equals("[]");
        }
        return value instanceof Collection<?> list ? !list.isEmpty() : value != null;
    }
}
