package io.guanxi.integrations.rest.openapi;

import java.util.Map;

/** The routes of the documents themselves. */
final class DocumentPaths {

    static final String TAG = "documentation";

    private final Texts texts;
    private final CommonParts parts;

    DocumentPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/openapi.json", Node.of("get", document("ownOpenApi", "application/json", false)));
        paths.put("/openapi.json", Node.of("get", document("openApiJson", "application/json", true)));
        paths.put("/openapi.yaml", Node.of("get", document("openApiYaml", OpenApiResource.YAML, true)));
        paths.put("/docs", Node.of("get", document("docs", "text/html", true)));
        paths.put("/docs/style.css", Node.of("get", document("docsStyle", "text/css", true)));
    }

    private Map<String, Object> document(String id, String mediaType, boolean open) {
        Operation operation = new Operation(parts, id, TAG, texts.get("document." + id))
                .answerWith(200, texts.get("answer.document"), Node.of(mediaType, Map.of()));
        return (open ? operation.open() : operation).problems();
    }
}
