package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.record.RecordSearch;
import java.util.List;
import java.util.Map;

/** The route of the search over all objects. */
final class SearchPaths {

    static final String TAG = "search";

    private final Texts texts;
    private final CommonParts parts;

    SearchPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        List<Object> parameters = List.of(
                parameter("q", true, Node.of("type", "string", "minLength", 1, "maxLength", 200)),
                parameter("objects", false, CommonParts.text()),
                parameter("limit", false, Node.of("type", "integer", "minimum", 1, "maximum", RecordSearch.MOST)));
        paths.put(
                "/v1/search",
                Node.of(
                        "get",
                        new Operation(parts, "search", TAG, texts.get("search.find"))
                                .description(texts.get("search.description"))
                                .parameters(parameters)
                                .answer(200, texts.get("search.answer"), result())
                                .problems(400)));
        paths.put(
                "/v1/search/rebuild",
                Node.of(
                        "post",
                        new Operation(parts, "rebuildSearch", TAG, texts.get("search.rebuild"))
                                .description(texts.get("search.rebuild.description"))
                                .parameters("idempotencyKey")
                                .answer(202, texts.get("answer.accepted"), Node.of("type", "object"))
                                .problems(409, 422)));
    }

    private Map<String, Object> parameter(String name, boolean required, Map<String, Object> schema) {
        return Node.of(
                "name",
                name,
                "in",
                "query",
                "required",
                required ? true : null,
                "description",
                texts.get("search.parameter." + name),
                "schema",
                schema);
    }

    private Map<String, Object> result() {
        Map<String, Object> text = Node.of("type", "string");
        Map<String, Object> number = Node.integer();
        Map<String, Object> place = object("from", number, "to", number);
        Map<String, Object> matched = object("field", text, "text", text, "highlights", Node.list(place));
        Map<String, Object> item = object(
                "object",
                text,
                "id",
                text,
                "title",
                text,
                "subtitle",
                text,
                "matched",
                matched,
                "score",
                Node.of("type", "number"));
        Map<String, Object> flag = Node.of("type", "boolean");
        return object(
                "items",
                Node.list(item),
                "totals",
                Node.of("type", "object", "additionalProperties", number),
                "totalsAreAtLeast",
                flag,
                "complete",
                Node.of("type", "boolean", "description", texts.get("search.complete")));
    }

    private static Map<String, Object> object(Object... properties) {
        return Node.object(properties);
    }
}
