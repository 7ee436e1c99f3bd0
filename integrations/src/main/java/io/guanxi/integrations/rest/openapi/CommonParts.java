package io.guanxi.integrations.rest.openapi;

import io.guanxi.customers.lifecycle.Lifecycle;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.problems.ProblemMapper;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.audit.AuditSearch;
import io.guanxi.kernel.query.RecordQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters, headers and problem answers that many operations name. */
final class CommonParts {

    private final Texts texts;

    CommonParts(Texts texts) {
        this.texts = texts;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("id", path("id", "member.id"));
        parameters.put("path", path("path", "parameter.path"));
        parameters.put("module", path("module", "parameter.module"));
        parameters.put("jobId", path("id", "job.id"));
        parameters.put("system", path("system", "parameter.system"));
        parameters.put("externalId", path("externalId", "parameter.externalId"));
        parameters.put("limit", limit(RecordQuery.MAX_LIMIT));
        parameters.put("shortLimit", limit(100));
        parameters.put("cursor", query("cursor", text()));
        parameters.put("filter", example(query("filter", text()), "name==Acme*;createdAt=ge=2026-01-01T00:00:00Z"));
        parameters.put("view", query("view", text()));
        Map<String, Object> object = query("object", text());
        object.put("required", true);
        parameters.put("object", example(object, "accounts"));
        parameters.put("q", query("q", text()));
        parameters.put("sort", example(query("sort", text()), "-createdAt"));
        parameters.put("fields", query("fields", text()));
        parameters.put("count", query("count", flag()));
        parameters.put("archived", query("archived", flag()));
        parameters.put("deleted", query("deleted", flag()));
        parameters.put("atomic", query("atomic", flag()));
        parameters.put("duplicates", query("duplicates", choice("allow", "refuse")));
        parameters.put("pairStatus", query("status", choice("open", "dismissed")));
        Map<String, Object> kind = query("kind", Node.of("type", "string", "enum", CleansingPaths.kinds()));
        kind.put("required", true);
        parameters.put("findingKind", kind);
        parameters.put("findingStatus", query("status", Node.of("type", "string", "enum", CleansingPaths.statuses())));
        parameters.put(
                "auditKind", told(query("kind", Node.of("type", "string", "enum", AuditPaths.kinds())), "auditKind"));
        parameters.put("auditObject", told(query("object", text()), "auditObject"));
        parameters.put("auditRecord", query("record", text()));
        parameters.put("auditPerson", query("person", text()));
        parameters.put("from", query("from", Node.of("type", "string", "format", "date-time")));
        parameters.put("until", query("until", Node.of("type", "string", "format", "date-time")));
        parameters.put("trace", query("trace", text()));
        parameters.put("auditLimit", limit(AuditSearch.MOST));
        parameters.put("pair", path("pair", "member.pair"));
        parameters.put("of", query("of", text()));
        parameters.put("recordType", query("recordType", text()));
        parameters.put("role", query("role", text()));
        parameters.put("days", query("days", Node.of("type", "integer", "minimum", 1, "maximum", Lifecycle.LONGEST)));
        parameters.put("roleName", path("name", "parameter.roleName"));
        parameters.put("definitionVersion", query("version", Node.integer()));
        parameters.put("granteeKind", path("kind", "parameter.granteeKind"));
        parameters.put("granteeName", path("name", "parameter.granteeName"));
        parameters.put("ifMatch", header("If-Match", true));
        parameters.put("ifMatchOptional", header("If-Match", false));
        parameters.put("ifNoneMatch", header("If-None-Match", false));
        parameters.put("idempotencyKey", header(IdempotencyKey.HEADER, false));
        parameters.put("acceptLanguage", header("Accept-Language", false));
        return parameters;
    }

    Map<String, Object> headers() {
        return Node.of(
                "ETag", Node.of("description", texts.get("header.ETag"), "schema", text()),
                "Location", Node.of("description", texts.get("header.Location"), "schema", text()),
                "RetryAfter", Node.of("description", texts.get("header.Retry-After"), "schema", text()));
    }

    /** One answer for each status, telling the types of problem it may carry. */
    Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (ProblemType type : ProblemType.values()) {
            responses.computeIfAbsent("Problem" + type.status(), name -> response(type.status()));
        }
        return responses;
    }

    /** References to the problem answers of an operation; those any request may meet are added. */
    Map<String, Object> problems(int... statuses) {
        Map<String, Object> references = new LinkedHashMap<>();
        java.util.stream.IntStream.concat(
                        Arrays.stream(statuses), java.util.stream.IntStream.of(401, 403, 406, 429, 500, 503))
                .sorted()
                .forEach(status -> references.put(String.valueOf(status), Node.ref("responses", "Problem" + status)));
        return references;
    }

    private Map<String, Object> response(int status) {
        String titles = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(ProblemType::slug)
                .collect(Collectors.joining(", "));
        return Node.of(
                "description",
                texts.get("response.problem", titles),
                "headers",
                status == 412
                        ? Node.of("ETag", Node.ref("headers", "ETag"))
                        : status == 429 || status == 503
                                ? Node.of("Retry-After", Node.ref("headers", "RetryAfter"))
                                : null,
                "content",
                Node.content(ProblemMapper.MEDIA_TYPE, Node.schema("Problem")));
    }

    private Map<String, Object> path(String name, String textKey) {
        return Node.of(
                "name", name, "in", "path", "required", true, "description", texts.get(textKey), "schema", text());
    }

    private Map<String, Object> query(String name, Map<String, Object> schema) {
        return Node.of("name", name, "in", "query", "description", texts.get("parameter." + name), "schema", schema);
    }

    private Map<String, Object> header(String name, boolean required) {
        return Node.of(
                "name",
                name,
                "in",
                "header",
                "required",
                required ? true : null,
                "description",
                texts.get("header." + name),
                "schema",
                text());
    }

    private Map<String, Object> limit(int most) {
        return query(
                "limit",
                Node.of("type", "integer", "minimum", 1, "maximum", most, "default", RecordQuery.DEFAULT_LIMIT));
    }

    /** With a description of its own, where another parameter of the name has a general one. */
    private Map<String, Object> told(Map<String, Object> parameter, String key) {
        parameter.put("description", texts.get("parameter." + key));
        return parameter;
    }

    private static Map<String, Object> example(Map<String, Object> parameter, String value) {
        parameter.put("example", value);
        return parameter;
    }

    static Map<String, Object> text() {
        return Node.of("type", "string");
    }

    /** One of some words; the first is taken when there is none. */
    static Map<String, Object> choice(String... words) {
        return Node.of("type", "string", "enum", List.of(words), "default", words[0]);
    }

    static Map<String, Object> flag() {
        return Node.of("type", "boolean", "default", false);
    }

    static List<Object> named(String... parameters) {
        return Arrays.stream(parameters)
                .<Object>map(name -> Node.ref("parameters", name))
                .toList();
    }
}
