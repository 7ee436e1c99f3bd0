package io.guanxi.integrations.rest.openapi;

import java.util.Map;

/** The routes of jobs. */
final class JobPaths {

    private static final String TAG = "jobs";

    private final Texts texts;
    private final CommonParts parts;

    JobPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/jobs", Node.of("get", list()));
        paths.put("/v1/jobs/{id}", Node.of("get", read()));
        paths.put("/v1/jobs/{id}/cancel", Node.of("post", cancel()));
    }

    private Map<String, Object> list() {
        return operation("list")
                .parameters("shortLimit", "cursor")
                .answer(200, texts.get("answer.page"), Node.schema("JobPage"))
                .problems(400);
    }

    private Map<String, Object> read() {
        return operation("read")
                .parameters("jobId")
                .answer(200, texts.get("answer.job"), Node.schema("Job"))
                .problems(404);
    }

    private Map<String, Object> cancel() {
        return operation("cancel")
                .parameters("jobId", "idempotencyKey")
                .answer(200, texts.get("answer.job"), Node.schema("Job"))
                .problems(404, 409, 422);
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + "Job", TAG, texts.get("job." + verb));
    }
}
