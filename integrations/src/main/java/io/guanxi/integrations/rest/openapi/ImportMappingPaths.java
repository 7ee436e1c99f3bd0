package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.imports.MappingRules;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of saved mappings of imports. */
final class ImportMappingPaths {

    static final String TAG = "import-mappings";
    static final String SCHEMA = "ImportMapping";

    private final Texts texts;
    private final CommonParts parts;

    ImportMappingPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/import-mappings", Node.of("get", list(), "post", create()));
        paths.put("/v1/import-mappings/{id}", Node.of("get", read(), "patch", change(), "delete", delete()));
    }

    private Map<String, Object> list() {
        Map<String, Object> page = Node.of(
                "type",
                "object",
                "properties",
                Node.of("items", Node.of("type", "array", "items", Node.schema(SCHEMA))));
        return operation("list")
                .parameters("object")
                .answer(200, texts.get("answer.page"), page)
                .problems(400, 404);
    }

    private Map<String, Object> create() {
        return operation("create")
                .parameters("idempotencyKey")
                .body(Node.content(MediaType.APPLICATION_JSON, Node.schema(SCHEMA)))
                .answer(201, texts.get("answer.created"), Node.schema(SCHEMA), "ETag", "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> read() {
        return operation("read")
                .parameters("id", "ifNoneMatch")
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA), "ETag")
                .answer(304, texts.get("answer.unchanged"), null, "ETag")
                .problems(404);
    }

    private Map<String, Object> change() {
        return operation("change")
                .parameters("id", "ifMatch")
                .body(Node.content(RecordResource.MERGE_PATCH, Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA), "ETag")
                .problems(400, 404, 412, 413, 415, 422, 428);
    }

    private Map<String, Object> delete() {
        return operation("delete")
                .parameters("id", "ifMatchOptional")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(400, 404, 412);
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + SCHEMA, TAG, texts.get("operation.importMapping." + verb));
    }

    static Map<String, Object> schema(Texts texts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", told("string"));
        properties.put("object", CommonParts.text());
        properties.put("name", Node.of("type", "string", "maxLength", MappingRules.MAX_NAME));
        properties.put("shared", CommonParts.flag());
        properties.put("own", told("boolean"));
        properties.put("editable", told("boolean"));
        properties.put("ready", told("boolean"));
        properties.put(
                "columns",
                Node.of(
                        "type",
                        "object",
                        "maxProperties",
                        MappingRules.MAX_COLUMNS,
                        "additionalProperties",
                        CommonParts.text(),
                        "description",
                        texts.get("importMapping.columns"),
                        "example",
                        Node.of("Company", "name", "Telephone", "phones[work]")));
        return Node.of("type", "object", "properties", properties, "required", List.of("object", "name", "columns"));
    }

    private static Map<String, Object> told(String type) {
        return Node.of("type", type, "readOnly", true);
    }
}
