package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.cleansing.Cleansing;
import io.guanxi.kernel.cleansing.FindingKind;
import io.guanxi.kernel.cleansing.FindingStatus;
import io.guanxi.kernel.cleansing.Patience;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of runs that look for what is wrong with records. */
final class CleansingPaths {

    static final String TAG = "cleansing";

    private static final String RUN = "CleansingRun";
    private static final String FINDING = "CleansingFinding";

    private final Texts texts;
    private final CommonParts parts;

    CleansingPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/admin/cleansing";
        paths.put(base + "/months", Node.of("get", months(), "put", keepMonths()));
        paths.put(base + "/runs", Node.of("get", list(), "post", start()));
        paths.put(base + "/runs/{id}", Node.of("get", read()));
        paths.put(base + "/runs/{id}/findings", Node.of("get", findings()));
        paths.put(base + "/runs/{id}/accept", Node.of("post", accept()));
        paths.put(base + "/runs/{id}/dismiss", Node.of("post", dismiss()));
    }

    private Map<String, Object> months() {
        return operation("months", "readPatience")
                .answer(200, texts.get("answer.record"), byObject())
                .problems();
    }

    private Map<String, Object> keepMonths() {
        return operation("keepMonths", "keepPatience")
                .body(Node.content("application/json", byObject()))
                .answer(200, texts.get("answer.record"), byObject())
                .problems(400, 413, 415, 422);
    }

    private static Map<String, Object> byObject() {
        Map<String, Object> months = Node.of("type", "integer", "minimum", 0, "maximum", Patience.LONGEST);
        return Node.object(List.of("months"), "months", Node.of("type", "object", "additionalProperties", months));
    }

    private Map<String, Object> list() {
        return operation("runs", "listCleansingRuns")
                .answer(200, texts.get("answer.page"), page(RUN))
                .problems(400);
    }

    private Map<String, Object> start() {
        return operation("start", "startCleansing")
                .parameters("idempotencyKey")
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(400, 409, 422);
    }

    private Map<String, Object> read() {
        return operation("run", "readCleansingRun")
                .parameters("id")
                .answer(200, texts.get("answer.record"), Node.schema(RUN))
                .problems(404);
    }

    private Map<String, Object> findings() {
        return operation("findings", "listCleansingFindings")
                .parameters("id", "findingKind", "findingStatus", "cursor", "shortLimit")
                .answer(200, texts.get("answer.page"), page(FINDING))
                .problems(400, 404);
    }

    private Map<String, Object> accept() {
        return operation("accept", "acceptCleansingFindings")
                .description(texts.get("operation.cleansing.choice"))
                .parameters("id", "idempotencyKey")
                .body(Node.content("application/json", choice()))
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> dismiss() {
        return operation("dismiss", "dismissCleansingFindings")
                .description(texts.get("operation.cleansing.choice"))
                .parameters("id")
                .body(Node.content("application/json", choice()))
                .answer(204, texts.get("answer.done"), null)
                .problems(400, 404, 413, 415, 422);
    }

    private static Map<String, Object> choice() {
        return Node.object(
                "findings",
                Node.of("type", "array", "maxItems", Cleansing.MOST, "items", CommonParts.text()),
                "kind",
                Node.of("type", "string", "enum", kinds()));
    }

    static List<String> kinds() {
        return Arrays.stream(FindingKind.values()).map(FindingKind::word).toList();
    }

    static List<String> statuses() {
        return Arrays.stream(FindingStatus.values()).map(FindingStatus::word).toList();
    }

    private static Map<String, Object> page(String schema) {
        return Node.object("items", Node.list(Node.schema(schema)), "nextCursor", nullable(null));
    }

    private Operation operation(String verb, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.cleansing." + verb))
                .description(texts.get("operation.cleansing.admin"));
    }

    void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", CommonParts.text());
        run.put("job", CommonParts.text());
        run.put("startedAt", Node.of("type", "string", "format", "date-time"));
        run.put("finishedAt", nullable("date-time"));
        run.put("startedBy", CommonParts.text());
        run.put("planned", Node.of("type", "boolean"));
        Map<String, Object> byStatus = Node.of("type", "object", "additionalProperties", Node.integer());
        run.put(
                "counts",
                Node.of(
                        "type",
                        "object",
                        "description",
                        texts.get("member.cleansing.counts"),
                        "additionalProperties",
                        byStatus));
        schemas.put(RUN, Node.object(run));
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("id", CommonParts.text());
        finding.put("kind", Node.of("type", "string", "enum", kinds()));
        finding.put("status", Node.of("type", "string", "enum", statuses()));
        finding.put("object", CommonParts.text());
        finding.put("record", CommonParts.text());
        finding.put("title", CommonParts.text());
        finding.put("other", nullable(null));
        finding.put("otherTitle", nullable(null));
        finding.put("field", nullable(null));
        finding.put("found", Node.of("description", texts.get("member.cleansing.found")));
        finding.put("proposal", Node.of("description", texts.get("member.cleansing.proposal")));
        finding.put("touchedAt", nullable("date-time"));
        finding.put("touchedBy", nullable(null));
        finding.put("decidedBy", nullable(null));
        finding.put("decidedAt", nullable("date-time"));
        finding.put("outcome", nullable(null));
        schemas.put(FINDING, Node.object(finding));
    }

    private static Map<String, Object> nullable(String format) {
        return Node.of("type", List.of("string", "null"), "format", format);
    }
}
