package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** The routes of the records that a company began with. */
final class SamplePaths {

    private final Texts texts;
    private final CommonParts parts;

    SamplePaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/admin/samples", Node.of("get", count(), "delete", remove()));
    }

    private Map<String, Object> count() {
        return operation("count", "countSamples")
                .answer(200, texts.get("answer.record"), numbers("count"))
                .problems();
    }

    private Map<String, Object> remove() {
        return operation("remove", "removeSamples")
                .answer(200, texts.get("answer.record"), numbers("removed", "kept"))
                .problems();
    }

    private Operation operation(String verb, String id) {
        return new Operation(parts, id, CompanyPaths.TAG, texts.get("operation.samples." + verb))
                .description(texts.get("operation.cleansing.admin"));
    }

    private static Map<String, Object> numbers(String... names) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, Node.integer());
        }
        return Node.object(members);
    }
}
