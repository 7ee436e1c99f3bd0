package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.admin.ComputationJson;
import io.guanxi.integrations.rest.admin.FieldDefinitionJson;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.custom.FieldRules;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.NumberFormat;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of the fields that a tenant adds to objects. */
final class FieldPaths {

    private static final String TAG = "fields";
    static final String SCHEMA = "FieldDefinition";

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;

    FieldPaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/admin/objects/" + object.path() + "/fields";
        paths.put(base, Node.of("get", list(), "post", add()));
        paths.put(base + "/{id}", Node.of("patch", change(), "delete", remove()));
        paths.put(base + "/{id}/uses", Node.of("get", uses()));
    }

    private Map<String, Object> list() {
        Map<String, Object> page = Node.object("items", Node.list(Node.schema(SCHEMA)));
        return operation("list").answer(200, texts.get("answer.page"), page).problems(404);
    }

    private Map<String, Object> add() {
        return operation("add")
                .parameters("idempotencyKey")
                .body(Node.content("application/json", Node.schema(SCHEMA)))
                .answer(201, texts.get("answer.created"), Node.schema(SCHEMA), "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> change() {
        return operation("change")
                .parameters("id")
                .body(Node.content(RecordResource.MERGE_PATCH, Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> uses() {
        Map<String, Object> text = Node.of("type", "string");
        Map<String, Object> use =
                Node.object("kind", text, "id", text, "name", text, "holds", Node.of("type", "boolean"));
        Map<String, Object> page = Node.object("items", Node.list(use));
        return operation("uses")
                .parameters("id")
                .answer(200, texts.get("answer.page"), page)
                .problems(404);
    }

    private Map<String, Object> remove() {
        return operation("remove")
                .parameters("id")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(404, 409);
    }

    private Operation operation(String verb) {
        String summary = texts.get("operation.field." + verb, Labels.plural(object, texts.locale()));
        return new Operation(parts, verb + "FieldOf" + ObjectSchemas.name(object), TAG, summary);
    }

    /** One definition, the same for every object. */
    static Map<String, Object> schema() {
        Map<String, Object> labels = Node.of("type", "object", "additionalProperties", Node.of("type", "string"));
        Map<String, Object> choice = Node.object("value", Node.of("type", "string"), "labels", labels);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Node.of("type", "string", "readOnly", true));
        properties.put("name", Node.of("type", "string", "pattern", "^[a-z][A-Za-z0-9]{0,39}$"));
        properties.put(
                "type",
                Node.of(
                        "type",
                        "string",
                        "enum",
                        FieldRules.TYPES.stream().map(FieldPaths::name).toList()));
        properties.put("labels", labels);
        properties.put("help", labels);
        properties.put("choices", Node.list(choice));
        properties.put("dependsOn", dependsOn());
        properties.put("reference", Node.of("type", "string"));
        properties.put("maxLength", Node.integer());
        properties.put("required", Node.of("type", "boolean"));
        properties.put("unique", Node.of("type", "boolean"));
        properties.put("sensitive", Node.of("type", "boolean"));
        properties.put("defaultValue", Map.of());
        properties.put("formula", Node.of("type", List.of("string", "null"), "maxLength", 5_000));
        properties.put("rollUp", rollUp());
        properties.put("numbering", Node.of("type", List.of("string", "null"), "maxLength", NumberFormat.LONGEST));
        return Node.of("type", "object", "properties", properties, "required", List.of("name", "labels"));
    }

    private static Map<String, Object> dependsOn() {
        Map<String, Object> names = Node.list(Node.of("type", "string"));
        Map<String, Object> choices = Node.of("type", "object", "additionalProperties", names);
        return Node.of(
                "type",
                List.of("object", "null"),
                "properties",
                Node.of("field", Node.of("type", "string"), "choices", choices),
                "required",
                List.of("field"));
    }

    private static Map<String, Object> rollUp() {
        Map<String, Object> optional = Node.nullable("string");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("object", Node.of("type", "string"));
        properties.put("by", Node.of("type", "string"));
        properties.put("function", Node.of("type", "string", "enum", ComputationJson.functions()));
        properties.put("field", optional);
        properties.put("filter", optional);
        return Node.of(
                "type",
                List.of("object", "null"),
                "properties",
                properties,
                "required",
                List.of("object", "by", "function"));
    }

    private static String name(FieldType type) {
        return FieldDefinitionJson.name(type);
    }
}
