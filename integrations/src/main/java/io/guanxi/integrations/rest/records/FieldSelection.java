package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields of a record an answer shows. */
public record FieldSelection(boolean all, Set<String> names) {

    /** Members that every record has besides its fields; naming them selects nothing more. */
    private static final Set<String> FIXED = Set.of("id", "version");

    public static FieldSelection everything() {
        return new FieldSelection(true, Set.of());
    }

    /**
     * @throws ApiProblem 400 naming a field the object does not have
     */
    static FieldSelection of(ObjectDescriptor object, List<String> names) {
        if (names.isEmpty()) {
            return everything();
        }
        Set<String> fields = new LinkedHashSet<>();
        for (String name : names) {
            if (object.find(name).isPresent()) {
                fields.add(name);
            } else if (!FIXED.contains(name)) {
                throw QueryParameters.invalid("parameter.field", "fields", name);
            }
        }
        return new FieldSelection(false, fields);
    }

    boolean contains(String field) {
        return all || names.contains(field);
    }

    /** What to ask the service for, which takes no names for all: the title when no field is wanted. */
    Set<String> queried(ObjectDescriptor object) {
        if (all) {
            return Set.of();
        }
        return names.isEmpty() ? Set.of(object.titleField()) : names;
    }
}
