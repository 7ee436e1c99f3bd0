package io.guanxi.integrations.rest.openapi;

import io.guanxi.documents.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of contents of documents. */
final class ContentPaths {

    private static final String ANY = "application/octet-stream";

    private final Texts texts;
    private final CommonParts parts;

    ContentPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/" + Documents.PATH + "/{id}/content", Node.of("get", read(), "put", replace()));
    }

    private Map<String, Object> read() {
        return operation("read")
                .parameters("id", "ifNoneMatch")
                .answerWith(200, texts.get("answer.content"), Node.of(ANY, Map.of()), "ETag")
                .answer(304, texts.get("answer.unchanged"), null, "ETag")
                .problems(404);
    }

    private Map<String, Object> replace() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(ANY, Map.of());
        content.putAll(Node.content("multipart/form-data", Node.object(List.of("file"), "file", Map.of())));
        List<Object> parameters = new java.util.ArrayList<>(CommonParts.named("id", "ifMatchOptional"));
        parameters.add(Node.of(
                "name",
                "fileName",
                "in",
                "query",
                "description",
                texts.get("content.fileName"),
                "schema",
                CommonParts.text()));
        return operation("replace")
                .description(texts.get("content.replace.description"))
                .parameters(parameters)
                .body(content)
                .answer(200, texts.get("answer.record"), Node.schema("Document"), "ETag")
                .problems(400, 404, 412, 413, 422);
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + "DocumentContent", Documents.PATH, texts.get("content." + verb));
    }
}
