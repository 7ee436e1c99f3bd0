package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.Completeness;
import java.util.List;
import java.util.Map;

/** The routes of how complete records of an object are. */
final class CompletenessPaths {

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;

    CompletenessPaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/" + object.path() + "/{id}/completeness", Node.of("get", read()));
        paths.put(
                "/v1/admin/objects/" + object.path() + "/completeness",
                Node.of("get", weights(), "put", keep(), "delete", reset()));
    }

    private Map<String, Object> read() {
        Map<String, Object> gap = Node.object("field", CommonParts.text(), "weight", Node.integer());
        Map<String, Object> answer = Node.object(
                "score",
                Node.of("type", List.of("integer", "null"), "minimum", 0, "maximum", 100),
                "missing",
                Node.list(gap));
        return operation("read", object.path())
                .parameters("id")
                .answer(200, texts.get("answer.record"), answer)
                .problems(404);
    }

    private Map<String, Object> weights() {
        return operation("weights", "objects")
                .answer(200, texts.get("answer.record"), schema())
                .problems(404);
    }

    private Map<String, Object> keep() {
        return operation("keepWeights", "objects")
                .body(Node.content("application/json", schema()))
                .answer(200, texts.get("answer.record"), schema())
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> reset() {
        return operation("resetWeights", "objects")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private static Map<String, Object> schema() {
        Map<String, Object> weight = Node.of("type", "integer", "minimum", 0, "maximum", Completeness.MOST);
        return Node.object(
                List.of("weights"),
                "own",
                Node.of("type", "boolean", "readOnly", true),
                "weights",
                Node.of("type", "object", "additionalProperties", weight));
    }

    private Operation operation(String verb, String tag) {
        String summary = texts.get("operation.completeness." + verb, Labels.plural(object, texts.locale()));
        return new Operation(parts, verb + "CompletenessOf" + ObjectSchemas.name(object), tag, summary);
    }
}
