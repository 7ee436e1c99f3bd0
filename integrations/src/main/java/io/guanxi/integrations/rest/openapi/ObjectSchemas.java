package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemas of one object: as read, as created, as changed, and a page of them. */
final class ObjectSchemas {

    private final Texts texts;
    private final FieldSchemas fields;

    ObjectSchemas(Texts texts) {
        this.texts = texts;
        this.fields = new FieldSchemas(texts);
    }

    /** {@code Account} for {@code account}, {@code SalesOrder} for {@code salesOrder}. */
    static String name(ObjectDescriptor object) {
        return Character.toUpperCase(object.name().charAt(0)) + object.name().substring(1);
    }

    void addTo(Map<String, Object> schemas, ObjectDescriptor object) {
        schemas.put(name(object), read(object));
        schemas.put(name(object) + "Input", input(object));
        schemas.put(name(object) + "Patch", patch(object));
        schemas.put(name(object) + "Page", page(object));
    }

    private Map<String, Object> read(ObjectDescriptor object) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Node.of("type", "string", "description", texts.get("member.id"), "readOnly", true));
        properties.put(
                "version", Node.of("type", "integer", "description", texts.get("member.version"), "readOnly", true));
        properties.put(
                "deleted", Node.of("type", "boolean", "description", texts.get("member.deleted"), "readOnly", true));
        if (object.archivable()) {
            properties.put(
                    "archivedAt",
                    Node.of(
                            "type",
                            "string",
                            "format",
                            "date-time",
                            "description",
                            texts.get("member.archivedAt"),
                            "readOnly",
                            true));
        }
        object.fields().values().forEach(field -> property(properties, object, field));
        return Node.of(
                "type",
                "object",
                "title",
                Labels.singular(object, texts.locale()),
                "properties",
                properties,
                "required",
                List.of("id", "version"));
    }

    private Map<String, Object> input(ObjectDescriptor object) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> example = new LinkedHashMap<>();
        for (FieldDescriptor field : object.editableFields()) {
            property(properties, object, field);
            if (!field.isCustom() && (field.required() || example.size() < 3 && field.reference() == null)) {
                example.put(field.name(), fields.example(field));
            }
        }
        List<String> required = object.editableFields().stream()
                .filter(field -> field.required() && !field.isCustom())
                .map(FieldDescriptor::name)
                .collect(Collectors.toCollection(ArrayList::new));
        requireOwn(object, properties, example, required);
        return Node.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                required.isEmpty() ? null : required,
                "additionalProperties",
                false,
                "examples",
                List.of(example));
    }

    /** Fields of the tenant's own that must be filled in, and are not filled in by themselves. */
    private void requireOwn(
            ObjectDescriptor object,
            Map<String, Object> properties,
            Map<String, Object> example,
            List<String> required) {
        Map<String, Object> examples = new LinkedHashMap<>();
        object.editableFields().stream()
                .filter(field ->
                        field.isCustom() && field.required() && field.custom().defaultValue() == null)
                .forEach(field -> examples.put(member(field), fields.example(field)));
        if (!examples.isEmpty()) {
            own(properties).put("required", List.copyOf(examples.keySet()));
            required.add(Section.CUSTOM);
            example.put(Section.CUSTOM, examples);
        }
    }

    /** Fields of the tenant's own are members of one object beside the others. */
    @SuppressWarnings("unchecked") // own(…) makes the map.
    private void property(Map<String, Object> properties, ObjectDescriptor object, FieldDescriptor field) {
        Map<String, Object> schema = fields.of(object, field, !field.required());
        if (!field.isCustom()) {
            properties.put(field.name(), schema);
            return;
        }
        ((Map<String, Object>) own(properties).get("properties")).put(member(field), schema);
    }

    @SuppressWarnings("unchecked") // Only this method puts anything under the name of that object.
    private Map<String, Object> own(Map<String, Object> properties) {
        return (Map<String, Object>) properties.computeIfAbsent(
                Section.CUSTOM,
                name -> Node.of(
                        "type",
                        "object",
                        "description",
                        texts.get("member.custom"),
                        "properties",
                        new LinkedHashMap<String, Object>()));
    }

    private static String member(FieldDescriptor field) {
        return field.name().substring(CustomField.PREFIX.length());
    }

    private Map<String, Object> patch(ObjectDescriptor object) {
        Map<String, Object> properties = new LinkedHashMap<>();
        object.editableFields().forEach(field -> property(properties, object, field));
        FieldDescriptor title = object.require(object.titleField());
        return Node.of(
                "type",
                "object",
                "description",
                texts.get("schema.patch"),
                "properties",
                properties,
                "additionalProperties",
                false,
                "examples",
                title.readOnly() ? null : List.of(Node.of(title.name(), fields.example(title))));
    }

    private Map<String, Object> page(ObjectDescriptor object) {
        Map<String, Object> properties = Node.of(
                "items", Node.list(Node.schema(name(object))),
                "nextCursor", Node.of("type", List.of("string", "null"), "description", texts.get("member.nextCursor")),
                "total", Node.of("type", "integer", "description", texts.get("member.total")),
                "totalIsAtLeast", Node.of("type", "boolean", "description", texts.get("member.totalIsAtLeast")));
        return Node.of("type", "object", "properties", properties, "required", List.of("items", "nextCursor"));
    }
}
