package io.guanxi.integrations.rest.openapi;

import java.util.List;
import java.util.Map;

/** The route that tells what the product's tests have shown about the isolation of tenants. */
final class ProofPaths {

    private final Texts texts;
    private final CommonParts parts;

    ProofPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> part = object(Node.of(
                "name", CommonParts.text(),
                "passed", Node.of("type", "boolean"),
                "tests", number(),
                "seconds", number(),
                "figures", Node.of("type", "object", "additionalProperties", number())));
        Map<String, Object> proof = object(Node.of(
                "state", one("none", "unreadable", "failed", "passed"),
                "program", one("this", "another", "unknown"),
                "startedAt", time(),
                "finishedAt", time(),
                "version", textOrNull(),
                "commit", textOrNull(),
                "edited", Node.of("type", List.of("boolean", "null")),
                "checksum", textOrNull(),
                "parts", Node.of("type", "array", "items", part)));
        paths.put(
                "/v1/admin/isolation-proof",
                Node.of(
                        "get",
                        new Operation(parts, "readIsolationProof", AuditPaths.TAG, texts.get("operation.proof.read"))
                                .answer(200, texts.get("answer.record"), proof)
                                .problems()));
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Node.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> one(String... values) {
        return Node.of("type", "string", "enum", List.of(values));
    }

    private static Map<String, Object> time() {
        return Node.of("type", List.of("string", "null"), "format", "date-time");
    }

    private static Map<String, Object> textOrNull() {
        return Node.of("type", List.of("string", "null"));
    }

    private static Map<String, Object> number() {
        return Node.of("type", "integer", "format", "int64");
    }
}
