package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.problems.ProblemType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas that all objects share. */
final class CommonSchemas {

    private final Texts texts;

    CommonSchemas(Texts texts) {
        this.texts = texts;
    }

    void addTo(Map<String, Object> schemas) {
        schemas.put("Money", money());
        schemas.put("Phone", element("number"));
        schemas.put("Email", element("address"));
        schemas.put("Address", element("line1", "line2", "city", "region", "postalCode", "country"));
        schemas.put("BulkOperation", bulkOperation());
        schemas.put("BulkResults", bulkResults());
        schemas.put("HistoryPage", history());
        schemas.put("TagOrigins", tags());
        schemas.put("DuplicateReason", reason());
        schemas.put("DuplicateCandidate", candidate());
        schemas.put("Job", job());
        schemas.put("JobPage", page("Job"));
        schemas.put("Problem", problem());
        schemas.put("MemberError", memberError());
    }

    private Map<String, Object> money() {
        Map<String, Object> properties = Node.of(
                "amount", Node.of("type", "string", "pattern", "^-?\\d{1,15}(\\.\\d+)?$"),
                "currency", Node.of("type", "string", "pattern", "^[A-Z]{3}$"));
        return Node.of(
                "type", "object",
                "description", texts.get("schema.money"),
                "properties", properties,
                "required", List.of("amount", "currency"),
                "examples", List.of(Node.of("amount", "1234.50", "currency", "CNY")));
    }

    private static Map<String, Object> element(String... members) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("label", string());
        Arrays.stream(members).forEach(member -> properties.put(member, optionalString()));
        return Node.object(properties);
    }

    private Map<String, Object> bulkOperation() {
        Map<String, Object> properties = Node.of(
                "op", Node.of("type", "string", "enum", List.of("create", "update", "upsert", "delete")),
                "id", Node.of("type", "string", "description", texts.get("bulk.id")),
                "externalSystem", Node.of("type", "string", "description", texts.get("bulk.external")),
                "externalId", Node.of("type", "string", "description", texts.get("bulk.external")),
                "ifMatch", Node.of("type", "string", "description", texts.get("bulk.ifMatch")),
                "data", Node.of("type", "object", "description", texts.get("bulk.data")));
        return Node.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("op"),
                "additionalProperties",
                false,
                "examples",
                List.of(Node.of("op", "update", "id", "0H3KZ5Q8R4T2V", "ifMatch", "\"v3\"", "data", Map.of())));
    }

    private Map<String, Object> bulkResults() {
        Map<String, Object> result = Node.of(
                "status", Node.integer(),
                "id", string(),
                "etag", Node.of("type", "string", "description", texts.get("bulk.etag")),
                "problem", Node.schema("Problem"));
        Map<String, Object> results =
                Node.list(Node.of("type", "object", "properties", result, "required", List.of("status")));
        return Node.object(List.of("results"), "results", results);
    }

    private static Map<String, Object> history() {
        Map<String, Object> change = Node.of(
                "field",
                string(),
                "before",
                Map.of(),
                "after",
                Map.of(),
                "beforeLabel",
                string(),
                "afterLabel",
                string());
        Map<String, Object> entry = Node.of(
                "id", string(),
                "action",
                        Node.of(
                                "type",
                                "string",
                                "enum",
                                List.of(
                                        "created",
                                        "updated",
                                        "deleted",
                                        "restored",
                                        "archived",
                                        "unarchived",
                                        "merged",
                                        "unmerged")),
                "at", Node.of("type", "string", "format", "date-time"),
                "by", string(),
                "byKind", Node.of("type", "string", "enum", List.of("person", "client", "system")),
                "changes", Node.list(Node.object(change)),
                "others", Node.list(string()));
        return pageOf(Node.object(entry));
    }

    private static Map<String, Object> tags() {
        Map<String, Object> origin = Node.of(
                "tag",
                string(),
                "name",
                string(),
                "byRule",
                Node.of("type", "boolean"),
                "by",
                string(),
                "at",
                Node.of("type", List.of("string", "null"), "format", "date-time"));
        Map<String, Object> items = Node.list(Node.object(origin));
        return Node.object(List.of("items"), "items", items);
    }

    private Map<String, Object> candidate() {
        return Node.object(
                List.of("score", "reasons", "record"),
                "score",
                Node.of("type", "integer", "minimum", 0, "maximum", 100, "description", texts.get("duplicates.score")),
                "reasons",
                Node.list(Node.schema("DuplicateReason")),
                "record",
                Node.of("type", "object", "description", texts.get("duplicates.record")));
    }

    private static Map<String, Object> reason() {
        return Node.object(
                List.of("field", "code", "percent", "message"),
                "field",
                string(),
                "code",
                string(),
                "percent",
                Node.integer(),
                "message",
                string());
    }

    private Map<String, Object> job() {
        Map<String, Object> count = Node.integer();
        Map<String, Object> instant = Node.of("type", List.of("string", "null"), "format", "date-time");
        Map<String, Object> properties = Node.of(
                "id", string(),
                "type", string(),
                "object", string(),
                "status",
                        Node.of(
                                "type",
                                "string",
                                "enum",
                                List.of("queued", "running", "succeeded", "failed", "cancelled")),
                "fileName", optionalString(),
                "dryRun", described("job.dryRun", "boolean"),
                "total", Node.of("type", List.of("integer", "null"), "description", texts.get("job.total")),
                "processed", count,
                "created", count,
                "updated", count,
                "skipped", count,
                "failed", count,
                "failure", failure(),
                "submittedBy", string(),
                "createdAt", instant,
                "startedAt", instant,
                "finishedAt", instant,
                "undoes", described("job.undoes", List.of("string", "null")),
                "undoneBy", described("job.undoneBy", List.of("string", "null")),
                "undoUntil",
                        Node.of(
                                "type",
                                List.of("string", "null"),
                                "format",
                                "date-time",
                                "description",
                                texts.get("job.undoUntil")),
                "links", Node.of("type", "object", "additionalProperties", string()));
        return Node.of("type", "object", "properties", properties, "required", List.of("id", "type", "status"));
    }

    private Map<String, Object> described(String text, Object type) {
        return Node.of("type", type, "description", texts.get(text));
    }

    private Map<String, Object> failure() {
        return Node.of(
                "type", List.of("object", "null"),
                "description", texts.get("job.failure"),
                "properties", Node.of("code", string(), "message", string()));
    }

    private Map<String, Object> problem() {
        Map<String, Object> properties = Node.of(
                "type",
                        Node.of(
                                "type",
                                "string",
                                "format",
                                "uri-reference",
                                "enum",
                                Arrays.stream(ProblemType.values())
                                        .map(ProblemType::uri)
                                        .toList()),
                "title", string(),
                "status", Node.integer(),
                "detail", string(),
                "instance", Node.of("type", "string", "format", "uri-reference"),
                "traceId", Node.of("type", "string", "description", texts.get("problem.traceId")),
                "errors", Node.list(Node.schema("MemberError")),
                "candidates",
                        Node.of(
                                "type",
                                "array",
                                "description",
                                texts.get("problem.candidates"),
                                "items",
                                Node.schema("DuplicateCandidate")));
        return Node.of(
                "type",
                "object",
                "description",
                texts.get("schema.problem"),
                "properties",
                properties,
                "required",
                List.of("type", "title", "status"));
    }

    private static Map<String, Object> memberError() {
        return Node.object(
                List.of("pointer", "code", "message"),
                "pointer",
                Node.of("type", "string", "format", "json-pointer"),
                "code",
                string(),
                "message",
                string());
    }

    private static Map<String, Object> page(String schema) {
        return pageOf(Node.schema(schema));
    }

    private static Map<String, Object> pageOf(Map<String, Object> items) {
        return Node.object(List.of("items", "nextCursor"), "items", Node.list(items), "nextCursor", optionalString());
    }

    private static Map<String, Object> string() {
        return Node.of("type", "string");
    }

    private static Map<String, Object> optionalString() {
        return Node.nullable("string");
    }
}
