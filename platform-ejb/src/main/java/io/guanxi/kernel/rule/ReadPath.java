package io.guanxi.kernel.rule;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Optional;

/**
 * What a path that a rule reads stands for (see {@link Rule#fields()}).
 *
 * @param old    whether it is read as it was before the change
 * @param own    the field of the record itself that it begins with
 * @param behind name of a member of the record that the field points to, {@code id} among them; null when the path ends at
 *     the field
 */
public record ReadPath(boolean old, FieldDescriptor own, String behind) {

    private static final String OLD = "old.";

    /**
     * @param object the object that the rule is about
     * @return empty when the object has no such field
     */
    public static Optional<ReadPath> of(ObjectDescriptor object, String path) {
        boolean old = path.startsWith(OLD);
        String spelt = old ? path.substring(OLD.length()) : path;
        Optional<FieldDescriptor> whole = object.find(spelt);
        if (whole.isPresent()) {
            return whole.map(field -> new ReadPath(old, field, null));
        }
        return object.fields().values().stream()
                .filter(field -> field.type() == FieldType.REFERENCE && spelt.startsWith(field.name() + "."))
                .findFirst()
                .map(field ->
                        new ReadPath(old, field, spelt.substring(field.name().length() + 1)));
    }

    /** Whether it needs a field of an object. */
    boolean leadsTo(ObjectDescriptor owner, ObjectDescriptor object, FieldDescriptor field) {
        boolean isOwn = owner.name().equals(object.name()) && own.name().equals(field.name());
        return isOwn || behind != null && object.name().equals(own.reference()) && behind.equals(field.name());
    }
}
