package io.guanxi.integrations.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of jobs. */
final class JobPaths {

    private static final String TAG = "jobs";
    private static final String CSV = "text/csv";
    private static final String ZIP = "application/zip";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Texts texts;
    private final CommonParts parts;

    JobPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/jobs", Node.of("get", list(), "post", submit()));
        paths.put("/v1/jobs/{id}", Node.of("get", read()));
        paths.put("/v1/jobs/{id}/cancel", Node.of("post", cancel()));
        paths.put("/v1/jobs/{id}/resume", Node.of("post", resume()));
        paths.put("/v1/jobs/{id}/undo", Node.of("post", undo()));
        paths.put("/v1/jobs/{id}/result", Node.of("get", result()));
        paths.put("/v1/jobs/{id}/errors", Node.of("get", errors()));
        paths.put("/v1/jobs/{id}/changes", Node.of("get", changes()));
    }

    private Map<String, Object> list() {
        List<Object> parameters = new ArrayList<>(CommonParts.named("shortLimit", "cursor"));
        parameters.add(filter("type", null));
        parameters.add(filter("status", List.of("queued", "running", "succeeded", "failed", "cancelled")));
        return operation("list")
                .parameters(parameters)
                .answer(200, texts.get("answer.page"), Node.schema("JobPage"))
                .problems(400);
    }

    private Map<String, Object> submit() {
        List<Object> parameters = new ArrayList<>();
        parameters.add(query("type", true, List.of("import", "export", "bulk")));
        parameters.add(query("object", true, null));
        parameters.add(query("mode", false, List.of("create", "skip", "update", "upsert")));
        parameters.add(query("key", false, null));
        parameters.add(query("dryRun", false, null));
        parameters.add(query("encoding", false, null));
        parameters.add(query("delimiter", false, null));
        parameters.add(query("country", false, null));
        parameters.add(query("phones", false, List.of("leave_out", "refuse")));
        parameters.add(query("suspects", false, null));
        parameters.add(query("mapping", false, null));
        parameters.add(query("fileName", false, null));
        parameters.add(query("filter", false, null));
        parameters.add(query("q", false, null));
        parameters.add(query("sort", false, null));
        parameters.add(query("archived", false, null));
        parameters.add(query("deleted", false, null));
        parameters.add(query("fields", false, null));
        parameters.add(query("format", false, List.of("csv", "xlsx")));
        parameters.addAll(CommonParts.named("idempotencyKey"));
        return operation("submit")
                .description(texts.get("job.submit.description"))
                .parameters(parameters)
                .body(files())
                .answer(202, texts.get("answer.accepted"), Node.schema("Job"), "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> result() {
        return operation("result")
                .parameters("jobId")
                .answerWith(200, texts.get("answer.result"), Node.of(CSV, Map.of(), XLSX, Map.of(), ZIP, Map.of()))
                .problems(404);
    }

    private Map<String, Object> bulkEdit() {
        Map<String, Object> tags = Node.list(CommonParts.text());
        Map<String, Object> properties = Node.of(
                "action",
                Node.of("type", "string", "enum", List.of("update", "delete", "restore", "archive", "unarchive")),
                "set",
                Node.of("type", "object", "description", texts.get("job.bulk.set")),
                "addTags",
                tags,
                "removeTags",
                tags);
        return Node.of("type", "object", "description", texts.get("job.bulk"), "properties", properties);
    }

    private Map<String, Object> files() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(CSV, Node.of("example", "name,phone\nExample GmbH,+4930901820\n"));
        content.put(XLSX, Map.of());
        content.put("application/octet-stream", Map.of());
        content.putAll(Node.content("application/json", bulkEdit()));
        Map<String, Object> parts = Node.of(
                "file", Map.of(),
                "mapping", Node.of("type", "object", "additionalProperties", CommonParts.text()));
        content.putAll(Node.content(
                "multipart/form-data", Node.of("type", "object", "properties", parts, "required", List.of("file"))));
        return content;
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

    private Map<String, Object> resume() {
        return operation("resume")
                .parameters("jobId", "idempotencyKey")
                .answer(200, texts.get("answer.job"), Node.schema("Job"))
                .problems(404, 409, 422);
    }

    private Map<String, Object> undo() {
        return operation("undo")
                .description(texts.get("job.undo.description"))
                .parameters("jobId", "idempotencyKey")
                .answer(202, texts.get("answer.accepted"), Node.schema("Job"), "Location")
                .problems(404, 409, 422);
    }

    private Map<String, Object> changes() {
        return operation("changes")
                .parameters("jobId")
                .answerWith(200, texts.get("answer.changes"), Node.of(CSV, Map.of()))
                .problems(404);
    }

    private Map<String, Object> errors() {
        return operation("errors")
                .parameters("jobId")
                .answerWith(200, texts.get("answer.errors"), Node.of(CSV, Map.of()))
                .problems(404);
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + "Job", TAG, texts.get("job." + verb));
    }

    private Map<String, Object> filter(String name, List<String> options) {
        return Node.of(
                "name",
                name,
                "in",
                "query",
                "description",
                texts.get("job.filter." + name),
                "schema",
                Node.of("type", "string", "enum", options));
    }

    private Map<String, Object> query(String name, boolean required, List<String> options) {
        return Node.of(
                "name",
                name,
                "in",
                "query",
                "required",
                required ? true : null,
                "description",
                texts.get("job.parameter." + name),
                "schema",
                List.of("dryRun", "archived", "deleted").contains(name)
                        ? CommonParts.flag()
                        : Node.of("type", "string", "enum", options));
    }
}
