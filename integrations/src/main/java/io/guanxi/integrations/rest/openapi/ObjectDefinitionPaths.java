package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.custom.CustomObjectRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of the objects that a tenant makes. */
final class ObjectDefinitionPaths {

    static final String TAG = "objects";
    static final String SCHEMA = "ObjectDefinition";

    private static final String BASE = "/v1/admin/objects";

    private final Texts texts;
    private final CommonParts parts;

    ObjectDefinitionPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(BASE, Node.of("get", list(), "post", add()));
        paths.put(BASE + "/{path}", Node.of("get", read(), "patch", change(), "delete", remove()));
    }

    private Map<String, Object> list() {
        Map<String, Object> page = Node.object("items", Node.list(Node.schema(SCHEMA)));
        return operation("list", "Objects")
                .answer(200, texts.get("answer.page"), page)
                .problems();
    }

    private Map<String, Object> add() {
        return operation("add", "Object")
                .parameters("idempotencyKey")
                .body(Node.content("application/json", Node.schema(SCHEMA)))
                .answer(201, texts.get("answer.created"), Node.schema(SCHEMA), "Location")
                .problems(400, 409, 413, 415, 422);
    }

    private Map<String, Object> read() {
        return operation("read", "Object")
                .parameters("path")
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(404);
    }

    private Map<String, Object> change() {
        return operation("change", "Object")
                .parameters("path")
                .body(Node.content(RecordResource.MERGE_PATCH, Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> remove() {
        return operation("remove", "Object")
                .parameters("path")
                .answer(202, texts.get("answer.removal"), null, "Location")
                .problems(404, 409);
    }

    private Operation operation(String verb, String what) {
        return new Operation(parts, verb + what, TAG, texts.get("operation.object." + verb));
    }

    static Map<String, Object> schema() {
        Map<String, Object> labels = Node.of("type", "object", "additionalProperties", Node.of("type", "string"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", Node.of("type", "string", "pattern", "^[a-z][A-Za-z0-9]{0,39}$"));
        properties.put("path", Node.of("type", "string", "pattern", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength", 50));
        properties.put("labels", labels);
        properties.put("plurals", labels);
        properties.put("icon", Node.of("type", "string", "enum", CustomObjectRules.ICONS));
        properties.put("partOf", Node.of("type", "string"));
        properties.put("shipped", Node.of("type", "boolean", "readOnly", true));
        properties.put("uses", Node.of("type", "object", "readOnly", true, "properties", uses()));
        return Node.of("type", "object", "properties", properties, "required", List.of("name", "path", "labels"));
    }

    private static Map<String, Object> uses() {
        Map<String, Object> text = Node.of("type", "string");
        Map<String, Object> field = Node.object("object", text, "field", text);
        return Node.of("records", Node.integer(), "fields", Node.list(field), "parts", Node.list(text));
    }
}
