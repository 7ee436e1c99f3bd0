package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.MergeService;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The routes of the duplicates of one object. */
final class DuplicatePaths {

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;
    private final String schema;

    DuplicatePaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
        this.schema = ObjectSchemas.name(object);
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/" + object.path() + "/duplicates";
        paths.put(base, Node.of("get", list(), "post", check()));
        String one = "/v1/" + object.path() + "/{id}";
        paths.put(one + "/merge", Node.of("post", merge()));
        paths.put(one + "/unmerge", Node.of("post", unmerge()));
        paths.put(base + "/scan", Node.of("post", scan()));
        paths.put(base + "/{pair}/dismiss", Node.of("post", decide("dismiss")));
        paths.put(base + "/{pair}/reopen", Node.of("post", decide("reopen")));
    }

    void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> pair = Node.of(
                "id", CommonParts.text(),
                "status", Node.of("type", "string", "enum", List.of("open", "dismissed")),
                "score", Node.of("type", "integer", "minimum", 0, "maximum", 100),
                "reasons", Node.list(Node.schema("DuplicateReason")),
                "records", Node.list(Node.schema(schema)),
                "foundAt", Node.of("type", "string", "format", "date-time"),
                "decidedBy", Node.nullable("string"));
        schemas.put(schema + "Pair", Node.object(pair));
    }

    private Map<String, Object> check() {
        return operation("checkDuplicates", "read")
                .parameters("of")
                .body(Node.content(MediaType.APPLICATION_JSON, Node.schema(schema + "Input")))
                .answer(200, texts.get("answer.candidates"), items(Node.schema("DuplicateCandidate"), false))
                .problems(400, 404, 413, 415);
    }

    private Map<String, Object> list() {
        return operation("listDuplicates", "read")
                .parameters("pairStatus", "shortLimit", "cursor")
                .answer(200, texts.get("answer.page"), items(Node.schema(schema + "Pair"), true))
                .problems(400, 404);
    }

    private Map<String, Object> scan() {
        return operation("scanDuplicates", "write")
                .parameters("idempotencyKey")
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(400, 404, 409, 422);
    }

    private Map<String, Object> decide(String verb) {
        return operation(verb + "Duplicate", "write")
                .parameters("pair")
                .answer(204, texts.get("answer.decided"), null)
                .problems(400, 404);
    }

    private Map<String, Object> merge() {
        Map<String, Object> ids =
                Node.of("type", "array", "items", CommonParts.text(), "minItems", 1, "maxItems", MergeService.MOST - 1);
        Map<String, Object> take = Node.of(
                "type", "object",
                "additionalProperties", CommonParts.text(),
                "description", texts.get("merge.take"));
        return operation("merge", "write")
                .description(texts.get("operation.merge.description", object.grant("write"), object.grant("delete")))
                .parameters("id", "ifMatchOptional", "idempotencyKey")
                .body(Node.content(
                        MediaType.APPLICATION_JSON,
                        Node.of(
                                "type",
                                "object",
                                "properties",
                                Node.of("others", ids, "take", take),
                                "required",
                                List.of("others"),
                                "additionalProperties",
                                false)))
                .answer(200, texts.get("answer.record"), Node.schema(schema), "ETag")
                .problems(400, 404, 409, 412, 413, 415, 422);
    }

    private Map<String, Object> unmerge() {
        Map<String, Object> ids = Node.list(CommonParts.text());
        Map<String, Object> answer =
                Node.of("record", Node.schema(schema), "restored", ids, "kept", ids, "keptMoves", Node.integer());
        return operation("unmerge", "write")
                .description(texts.get("operation.unmerge.description", object.grant("write"), object.grant("delete")))
                .parameters("id", "idempotencyKey")
                .answer(200, texts.get("answer.unmerged"), Node.object(answer))
                .problems(400, 404, 409, 422);
    }

    private static Map<String, Object> items(Map<String, Object> item, boolean paged) {
        Map<String, Object> items = Node.list(item);
        return paged ? Node.object("items", items, "nextCursor", Node.nullable("string")) : Node.object("items", items);
    }

    private Operation operation(String verb, String right) {
        String singular = Labels.singular(object, texts.locale());
        String plural = Labels.plural(object, texts.locale());
        return new Operation(
                        parts, verb + "Of" + schema, object.path(), texts.get("operation." + verb, singular, plural))
                .description(texts.get("operation.grant", object.grant(right)));
    }
}
