package io.guanxi.kernel.validation;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.ReadPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A field that a condition reads.
 *
 * @param path      as the condition spells it, such as {@code old.status} or {@code account.industry}
 * @param old       whether it is read as it was before the change
 * @param reference the reference field it stands behind; null when it is the record's own
 * @param owner     object that has the field
 * @param field     name of the field; null for the id of a record
 */
public record ReadField(String path, boolean old, String reference, ObjectDescriptor owner, String field) {

    static Optional<ReadField> of(String path, ObjectDescriptor object, ObjectRegistry objects) {
        return ReadPath.of(object, path).map(read -> {
            if (read.behind() == null) {
                return new ReadField(path, read.old(), null, object, read.own().name());
            }
            ObjectDescriptor target = objects.require(read.own().reference());
            String field = target.find(read.behind()).isPresent() ? read.behind() : null;
            return new ReadField(path, read.old(), read.own().name(), target, field);
        });
    }

    /** What it holds; a text for an id. */
    public FieldType type() {
        return field == null ? FieldType.TEXT : descriptor().type();
    }

    /** Choices by value, when it has some. */
    public Map<String, String> options(Locale locale) {
        Map<String, String> options = new LinkedHashMap<>();
        if (type() == FieldType.CHOICE) {
            descriptor()
                    .options()
                    .forEach(option -> options.put(option, Labels.option(owner, descriptor(), option, locale)));
        }
        return options;
    }

    /**
     * What people know it as.
     *
     * @param object the object the condition is about
     */
    public String label(ObjectDescriptor object, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (reference != null) {
            parts.add(Labels.field(object, object.require(reference), locale));
        }
        parts.add(field == null ? "ID" : Labels.field(owner, descriptor(), locale));
        return String.join(" › ", parts);
    }

    private FieldDescriptor descriptor() {
        return owner.require(field);
    }
}
