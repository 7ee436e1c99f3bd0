package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;

/** The routes of the rules that a tenant makes for records. */
final class RulePaths {

    private static final String TAG = "rules";
    static final String SCHEMA = "ValidationRule";
    static final String TRIAL = "RuleTrial";

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;

    RulePaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/admin/objects/" + object.path() + "/rules";
        paths.put(base, Node.of("get", list(), "post", add()));
        paths.put(base + "/try", Node.of("post", answer()));
        paths.put(base + "/{id}", Node.of("patch", change(), "delete", remove()));
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

    private Map<String, Object> answer() {
        return operation("try")
                .body(Node.content(
                        "application/json",
                        Node.object(
                                List.of("condition"),
                                "condition",
                                text(),
                                "record",
                                text(),
                                "values",
                                Node.of("type", "object", "additionalProperties", true))))
                .answer(200, texts.get("answer.rule"), Node.schema(TRIAL))
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> change() {
        return operation("change")
                .parameters("id")
                .body(Node.content(RecordResource.MERGE_PATCH, Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> remove() {
        return operation("remove")
                .parameters("id")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(404);
    }

    private Operation operation(String verb) {
        String summary = texts.get("operation.rule." + verb, Labels.plural(object, texts.locale()));
        return new Operation(parts, verb + "RuleOf" + ObjectSchemas.name(object), TAG, summary);
    }

    /** The schemas, the same for every object. */
    static void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> messages =
                Node.of("type", "object", "additionalProperties", Node.of("type", "string", "maxLength", 200));
        schemas.put(
                SCHEMA,
                Node.object(
                        List.of("name", "condition", "messages"),
                        "id",
                        Node.of("type", "string", "readOnly", true),
                        "name",
                        Node.of("type", "string", "maxLength", 80),
                        "condition",
                        Node.of("type", "string", "maxLength", 5_000),
                        "messages",
                        messages,
                        "field",
                        Node.nullable("string"),
                        "active",
                        Node.of("type", "boolean")));
        Map<String, Object> number = Node.integer();
        Map<String, Object> problem = Node.object(
                "code", text(),
                "message", text(),
                "line", number,
                "column", number,
                "offset", number,
                "length", number);
        schemas.put(
                TRIAL,
                Node.object(
                        "holds", Node.of("type", "boolean"),
                        "failure", Node.nullable("string"),
                        "values", Node.of("type", "object", "additionalProperties", true),
                        "problems", Node.list(problem)));
    }

    private static Map<String, Object> text() {
        return Node.of("type", "string");
    }
}
