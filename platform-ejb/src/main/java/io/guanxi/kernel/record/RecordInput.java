package io.guanxi.kernel.record;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An input read against the descriptor: attribute values that may be written, and everything that is wrong. */
final class RecordInput {

    private final ObjectDescriptor object;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final InputErrors errors = new InputErrors();

    private RecordInput(ObjectDescriptor object) {
        this.object = object;
    }

    /** Reads the members given; a null member clears its field. */
    static RecordInput read(ObjectDescriptor object, Map<String, Object> members) {
        return read(object, object, members);
    }

    /**
     * The same from somebody who may not fill every field.
     *
     * @param seen the object as they know it
     */
    static RecordInput read(ObjectDescriptor object, ObjectDescriptor seen, Map<String, Object> members) {
        RecordInput input = new RecordInput(object);
        members.forEach((name, raw) -> input.member(seen, name, raw));
        return input;
    }

    /** What a new record has in fields that its input says nothing about. */
    void complete(Map<String, Object> defaults) {
        defaults.forEach((name, raw) -> member(object, name, raw));
    }

    private void member(ObjectDescriptor known, String name, Object raw) {
        FieldDescriptor field = known.fields().get(name);
        String pointer = field == null ? pointer(name) : field.pointer();
        if (field == null) {
            errors.add(pointer, "member.unknown", name);
        } else if (field.readOnly()) {
            errors.add(pointer, "member.readOnly", name);
        } else {
            attributes.putAll(FieldCodec.parse(field, raw, pointer, errors));
        }
    }

    private static String pointer(String unknown) {
        String escaped = unknown.replace("~", "~0").replace("/", "~1");
        return "/" + (unknown.startsWith(CustomField.PREFIX) ? escaped.replaceFirst("\\.", "/") : escaped);
    }

    /** Adds an error for each required field that this input empties, so that it is told with all others. */
    void refuseEmptied() {
        object.fields().values().stream()
                .filter(FieldDescriptor::required)
                .filter(field -> attributes.containsKey(field.name()) && attributes.get(field.name()) == null)
                .filter(field -> !errors.hasAt(field.pointer()))
                .forEach(field -> errors.add(field.pointer(), "required"));
    }

    /** Adds an error for each required field that {@code current} leaves empty, but for those that come later. */
    void requireFilled(EntityShape shape, CrmRecord current, String... later) {
        Function<String, Object> values = shape.reader(current);
        for (FieldDescriptor field : object.fields().values()) {
            boolean due = field.required() && !List.of(later).contains(field.name());
            if (due && values.apply(field.name()) == null && !errors.hasAt(field.pointer())) {
                errors.add(field.pointer(), "required");
            }
        }
    }

    /** Ids this input points to, by field. */
    Map<FieldDescriptor, Long> references() {
        Map<FieldDescriptor, Long> references = new LinkedHashMap<>();
        object.fields().values().stream()
                .filter(f -> f.type() == FieldType.REFERENCE || f.type() == FieldType.MEMBER)
                .filter(f -> attributes.get(f.name()) != null)
                .forEach(f -> references.put(f, (Long) attributes.get(f.name())));
        return references;
    }

    /** A text attribute that this input sets. */
    Optional<String> text(String attribute) {
        return Optional.ofNullable((String) attributes.get(attribute));
    }

    void put(String attribute, Object value) {
        attributes.put(attribute, value);
    }

    /** Whether this input points the reference elsewhere than it does. */
    boolean moves(FieldDescriptor reference, Object current) {
        return attributes.get(reference.name()) instanceof Long id
                && !RecordId.format(id).equals(current);
    }

    void error(String pointer, String code, Object... args) {
        if (!errors.hasAt(pointer)) {
            errors.add(pointer, code, args);
        }
    }

    /** Whether something is wrong with a field or a part of it. */
    boolean isWrong(String field) {
        return errors.hasUnder(FieldError.pointerTo(field));
    }

    void broken(FieldError error) {
        errors.add(error);
    }

    void unknownReference(FieldDescriptor field) {
        errors.add(field.pointer(), "reference.unknown");
    }

    void apply(EntityShape shape, CrmRecord entity) {
        shape.setAll(entity, attributes);
    }

    void throwIfInvalid() {
        errors.throwIfAny();
    }
}
