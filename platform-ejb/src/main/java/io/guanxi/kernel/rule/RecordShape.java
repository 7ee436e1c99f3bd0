package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.StructType;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ListMembers;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members that a record, an element of a list or the user has for rules, each with its type. */
final class RecordShape {

    /** The member under which the tenant's own fields stand, as they do in JSON. */
    static final String CUSTOM = "custom";

    private final String name;
    private final Map<String, FieldShape> fields = new LinkedHashMap<>();
    private final StructType type;

    RecordShape(String name, Collection<FieldShape> fields) {
        this.name = name;
        fields.forEach(field -> this.fields.put(field.name(), field));
        type = StructType.create(
                name,
                ImmutableSet.copyOf(this.fields.keySet()),
                member -> find(member).map(FieldShape::type));
    }

    /**
     * @param followed shapes of the records behind reference fields, by field; the others are read as ids
     */
    static RecordShape of(ObjectDescriptor object, String name, Map<String, RecordShape> followed) {
        List<FieldShape> fields = new ArrayList<>();
        List<FieldShape> own = new ArrayList<>();
        for (FieldDescriptor field : object.fields().values()) {
            RecordShape target = followed.get(field.name());
            if (field.isCustom()) {
                own.add(shape(object, name, field, field.name().substring(CustomField.PREFIX.length()), target));
            } else {
                fields.add(shape(object, name, field, field.name(), target));
            }
        }
        if (!own.isEmpty()) {
            fields.add(FieldShape.group(CUSTOM, new RecordShape(name + "." + CUSTOM, own)));
        }
        return new RecordShape(name, fields);
    }

    private static FieldShape shape(
            ObjectDescriptor object, String name, FieldDescriptor field, String spelling, RecordShape target) {
        if (target != null) {
            return new FieldShape(spelling, ValueForm.RECORD, field, target, object);
        }
        return field.type().isList()
                ? new FieldShape(spelling, ValueForm.LIST, field, elements(name, field), object)
                : new FieldShape(spelling, ValueForm.of(field.type()), field, null, object);
    }

    private static RecordShape elements(String name, FieldDescriptor list) {
        return new RecordShape(
                name + "." + list.name(),
                ListMembers.of(list).values().stream()
                        .map(member -> new FieldShape(member.name(), ValueForm.of(member.type()), member, null, null))
                        .toList());
    }

    String name() {
        return name;
    }

    StructType type() {
        return type;
    }

    Collection<FieldShape> fields() {
        return fields.values();
    }

    Optional<FieldShape> find(String member) {
        return Optional.ofNullable(fields.get(member));
    }

    FieldShape require(String member) {
        FieldShape field = fields.get(member);
        if (field == null) {
            throw new IllegalArgumentException(name + " has no member " + member);
        }
        return field;
    }

    Object external(Function<String, Object> values) {
        Map<String, Object> external = new LinkedHashMap<>();
        fields.keySet().forEach(member -> {
            Object value = values.apply(member);
            if (value != null) {
                external.put(member, value);
            }
        });
        return external;
    }
}
