package io.guanxi.integrations.rest.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds one operation of the document. */
final class Operation {

    private final CommonParts parts;
    private final Map<String, Object> node = new LinkedHashMap<>();
    private final Map<String, Object> responses = new LinkedHashMap<>();

    Operation(CommonParts parts, String id, String tag, String summary) {
        this.parts = parts;
        node.put("operationId", id);
        node.put("tags", List.of(tag));
        node.put("summary", summary);
    }

    Operation description(String text) {
        node.put("description", text);
        return this;
    }

    /** Names of shared parameters. */
    Operation parameters(String... names) {
        node.put("parameters", CommonParts.named(names));
        return this;
    }

    Operation parameters(List<Object> parameters) {
        node.put("parameters", parameters);
        return this;
    }

    Operation body(Map<String, Object> content) {
        node.put("requestBody", Node.of("required", true, "content", content));
        return this;
    }

    Operation open() {
        node.put("security", List.of());
        return this;
    }

    Operation answer(int status, String text, Map<String, Object> schema, String... headers) {
        return answerWith(
                status, text, schema == null ? null : Node.content(MediaType.APPLICATION_JSON, schema), headers);
    }

    Operation answerWith(int status, String text, Map<String, Object> content, String... headers) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (String header : headers) {
            named.put(header, Node.ref("headers", header));
        }
        responses.put(
                String.valueOf(status),
                Node.of("description", text, "headers", named.isEmpty() ? null : named, "content", content));
        return this;
    }

    /** Finishes the operation with the problems it may answer besides those of any request. */
    Map<String, Object> problems(int... statuses) {
        responses.putAll(parts.problems(statuses));
        node.put("responses", responses);
        return node;
    }
}
