package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.RecordResource;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Function;

/** The routes of what people save under a name for an object, such as views. */
final class SavedPaths {

    private final Texts texts;
    private final String schema;
    private final Function<String, Operation> operation;

    /**
     * @param schema    name of the schema of one of them
     * @param operation gives the operation of a verb
     */
    SavedPaths(Texts texts, String schema, Function<String, Operation> operation) {
        this.texts = texts;
        this.schema = schema;
        this.operation = operation;
    }

    /**
     * @param path of all of them
     */
    void addTo(Map<String, Object> paths, String path) {
        paths.put(path, Node.of("get", list(), "post", create()));
        paths.put(path + "/{id}", Node.of("get", read(), "patch", change(), "delete", delete()));
    }

    private Map<String, Object> list() {
        Map<String, Object> page = Node.object("items", Node.list(Node.schema(schema)));
        return operation
                .apply("list")
                .parameters("object")
                .answer(200, texts.get("answer.page"), page)
                .problems(400, 404);
    }

    private Map<String, Object> create() {
        return operation
                .apply("create")
                .parameters("idempotencyKey")
                .body(Node.content(MediaType.APPLICATION_JSON, Node.schema(schema)))
                .answer(201, texts.get("answer.created"), Node.schema(schema), "ETag", "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> read() {
        return operation
                .apply("read")
                .parameters("id", "ifNoneMatch")
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .answer(304, texts.get("answer.unchanged"), null, "ETag")
                .problems(404);
    }

    private Map<String, Object> change() {
        return operation
                .apply("change")
                .parameters("id", "ifMatch")
                .body(Node.content(RecordResource.MERGE_PATCH, Node.schema(schema)))
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .problems(400, 404, 412, 413, 415, 422, 428);
    }

    private Map<String, Object> delete() {
        return operation
                .apply("delete")
                .parameters("id", "ifMatchOptional")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(400, 404, 412);
    }
}
