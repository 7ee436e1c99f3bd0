package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a list and the condition for what comes after a row of it. The id ends every order, so that it is total;
 * page 10,000 then costs what page 1 costs, and nothing is skipped or repeated while others write.
 */
final class Keyset {

    private static final int MAX_KEYS = 3;

    /** One attribute of the order. */
    record Step(String attribute, boolean descending, boolean nullable) {}

    private final List<Step> steps = new ArrayList<>();

    /**
     * @throws InvalidQuery when a field is unknown or has no index for its order
     */
    Keyset(ObjectDescriptor object, List<SortKey> keys) {
        if (keys.size() > MAX_KEYS) {
            throw new InvalidQuery("tooManySortKeys", MAX_KEYS);
        }
        for (SortKey key : keys) {
            FieldDescriptor field =
                    object.find(key.field()).orElseThrow(() -> new InvalidQuery("unknownField", key.field()));
            if (!field.sortable()) {
                throw new InvalidQuery("notSortable", field.name());
            }
            boolean byTitle = field.name().equals(object.titleField());
            steps.add(new Step(byTitle ? "sortKey" : field.name(), key.descending(), !byTitle && !isAlwaysSet(field)));
        }
        // Newest first when nothing else is asked: ids are ordered by time.
        boolean idsDescend = keys.isEmpty() || keys.get(keys.size() - 1).descending();
        steps.add(new Step("id", idsDescend, false));
    }

    private static boolean isAlwaysSet(FieldDescriptor field) {
        return field.required() || "createdAt".equals(field.name()) || "updatedAt".equals(field.name());
    }

    List<Step> steps() {
        return steps;
    }

    String orderBy() {
        return String.join(
                ", ",
                steps.stream()
                        .map(s -> "e." + s.attribute() + (s.descending() ? " DESC" : ""))
                        .toList());
    }

    /** Rows that come after the one with these values. */
    String after(List<Object> values, JpqlText jpql) {
        List<String> alternatives = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String beyond = beyond(step, values.get(i), jpql);
            if (beyond != null) {
                List<String> all = new ArrayList<>(equal);
                all.add(beyond);
                alternatives.add("(" + String.join(" AND ", all) + ")");
            }
            // Nothing comes after the last: its value would be bound and not used, which JPQL refuses.
            if (i < steps.size() - 1) {
                equal.add(equal(step, values.get(i), jpql));
            }
        }
        String exact = "(" + String.join(" OR ", alternatives) + ")";
        String bound = bound(steps.get(0), values.get(0), jpql);
        return bound == null ? exact : bound + " AND " + exact;
    }

    /** Implied by the exact condition; lets the index be entered at the right place. */
    private static String bound(Step step, Object value, JpqlText jpql) {
        if (value == null || step.nullable() && step.descending()) {
            return null;
        }
        return "e." + step.attribute() + (step.descending() ? " <= " : " >= ") + jpql.bind(value);
    }

    /** Empty values come first when ascending, last when descending, as both databases have it. */
    private static String beyond(Step step, Object value, JpqlText jpql) {
        String path = "e." + step.attribute();
        if (value == null) {
            return step.descending() ? null : path + " IS NOT NULL";
        }
        String comparison = path + (step.descending() ? " < " : " > ") + jpql.bind(value);
        return step.descending() && step.nullable() ? "(" + comparison + " OR " + path + " IS NULL)" : comparison;
    }

    private static String equal(Step step, Object value, JpqlText jpql) {
        String path = "e." + step.attribute();
        return value == null ? path + " IS NULL" : path + " = " + jpql.bind(value);
    }
}
