package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.ListRequest;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The routes of one object. */
final class ObjectPaths {

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;
    private final String schema;

    ObjectPaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
        this.schema = ObjectSchemas.name(object);
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/" + object.path();
        paths.put(base, Node.of("get", list(), "post", create()));
        paths.put(base + "/bulk", Node.of("post", bulk()));
        paths.put(base + "/{id}", Node.of("get", read(), "patch", change(), "delete", delete()));
        paths.put(base + "/{id}/restore", Node.of("post", restore()));
        if (object.archivable()) {
            paths.put(base + "/{id}/archive", Node.of("post", shelve("archive")));
            paths.put(base + "/{id}/unarchive", Node.of("post", shelve("unarchive")));
        }
        paths.put(base + "/{id}/history", Node.of("get", history()));
        if (object.fields().values().stream().anyMatch(field -> field.type() == FieldType.TAGS)) {
            paths.put(base + "/{id}/tags", Node.of("get", tags()));
        }
        paths.put(base + "/by-external-id/{system}/{externalId}", Node.of("put", upsert()));
    }

    private Map<String, Object> list() {
        String filterable = names(FieldDescriptor::filterable);
        String sortable = names(FieldDescriptor::sortable);
        return operation("list", "read")
                .description(texts.get("operation.list.description", grant("read"), filterable, sortable))
                .parameters(ListRequest.PARAMETERS.toArray(String[]::new))
                .answer(200, texts.get("answer.page"), Node.schema(schema + "Page"))
                .problems(400, 404);
    }

    private Map<String, Object> create() {
        return operation("create", "write")
                .parameters(
                        object.matching().isEmpty()
                                ? new String[] {"idempotencyKey"}
                                : new String[] {"duplicates", "idempotencyKey"})
                .body(Node.content(MediaType.APPLICATION_JSON, Node.schema(schema + "Input")))
                .answer(201, texts.get("answer.created"), Node.schema(schema), "ETag", "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> read() {
        return operation("read", "read")
                .parameters("id", "fields", "ifNoneMatch")
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .answer(304, texts.get("answer.unchanged"), null, "ETag")
                .answer(301, texts.get("answer.merged"), null, "Location")
                .problems(400, 404);
    }

    private Map<String, Object> change() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.putAll(Node.content(RecordResource.MERGE_PATCH, Node.schema(schema + "Patch")));
        content.putAll(Node.content(MediaType.APPLICATION_JSON, Node.schema(schema + "Patch")));
        return operation("change", "write")
                .parameters("id", "ifMatch")
                .body(content)
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .problems(400, 404, 409, 412, 413, 415, 422, 428);
    }

    private Map<String, Object> delete() {
        return operation("delete", "delete")
                .parameters("id", "ifMatchOptional")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(400, 404, 412);
    }

    private Map<String, Object> restore() {
        return operation("restore", "delete")
                .parameters("id", "idempotencyKey")
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .problems(400, 404, 409, 422);
    }

    private Map<String, Object> shelve(String verb) {
        return operation(verb, "write")
                .parameters("id", "idempotencyKey")
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .problems(400, 404, 409, 422);
    }

    private Map<String, Object> history() {
        return operation("history", "read")
                .parameters("id", "shortLimit", "cursor")
                .answer(200, texts.get("answer.history"), Node.schema("HistoryPage"))
                .problems(400, 404);
    }

    private Map<String, Object> tags() {
        return operation("tags", "read")
                .parameters("id")
                .answer(200, texts.get("answer.tags"), Node.schema("TagOrigins"))
                .problems(404);
    }

    private Map<String, Object> upsert() {
        return operation("upsert", "write")
                .parameters("system", "externalId")
                .body(Node.content(MediaType.APPLICATION_JSON, Node.schema(schema + "Input")))
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .answer(201, texts.get("answer.created"), Node.schema(schema), "ETag", "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> bulk() {
        Map<String, Object> operations =
                Node.of("type", "array", "maxItems", 200, "items", Node.schema("BulkOperation"));
        return operation("bulk", "write")
                .description(texts.get("operation.bulk.description", grant("write"), grant("delete")))
                .parameters("atomic", "idempotencyKey")
                .body(Node.content(MediaType.APPLICATION_JSON, operations))
                .answer(200, texts.get("answer.bulk"), Node.schema("BulkResults"))
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Operation operation(String verb, String right) {
        String plural = Labels.plural(object, texts.locale());
        String singular = Labels.singular(object, texts.locale());
        return new Operation(parts, verb + schema, object.path(), texts.get("operation." + verb, singular, plural))
                .description(texts.get("operation.grant", grant(right)));
    }

    private String grant(String right) {
        return object.grant(right);
    }

    private String names(Predicate<FieldDescriptor> wanted) {
        List<String> names = object.fields().values().stream()
                .filter(wanted)
                .map(FieldDescriptor::name)
                .toList();
        return names.stream().collect(Collectors.joining(", "));
    }
}
