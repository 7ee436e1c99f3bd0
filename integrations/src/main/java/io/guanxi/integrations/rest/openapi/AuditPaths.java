package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The routes of the audit. */
final class AuditPaths {

    static final String TAG = "audit";

    private static final String ENTRY = "AuditEntry";

    private final Texts texts;
    private final CommonParts parts;

    AuditPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/admin/audit", Node.of("get", list()));
        paths.put("/v1/admin/audit/export", Node.of("post", export()));
    }

    void addSchemas(Map<String, Object> schemas) {
        schemas.put(ENTRY, entry());
    }

    private Map<String, Object> list() {
        return operation("list", "listAudit")
                .parameters(
                        "auditKind",
                        "auditObject",
                        "auditRecord",
                        "auditPerson",
                        "from",
                        "until",
                        "q",
                        "trace",
                        "cursor",
                        "auditLimit")
                .answer(200, texts.get("answer.page"), page())
                .problems(400);
    }

    private Map<String, Object> export() {
        return operation("export", "exportAudit")
                .parameters(
                        "auditKind",
                        "auditObject",
                        "auditRecord",
                        "auditPerson",
                        "from",
                        "until",
                        "q",
                        "trace",
                        "idempotencyKey")
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(400, 409, 422);
    }

    private Operation operation(String key, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.audit." + key))
                .description(texts.get("operation.cleansing.admin"));
    }

    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of(AuditFilter.RECORDS));
        Arrays.stream(AuditArea.values()).map(AuditArea::word).forEach(kinds::add);
        return kinds;
    }

    private static Map<String, Object> page() {
        return Node.object(
                List.of("items"), "items", Node.list(Node.schema(ENTRY)), "nextCursor", Node.nullable("string"));
    }

    private static Map<String, Object> entry() {
        Map<String, Object> maybe = Node.nullable("string");
        Map<String, Object> change = Node.object("field", CommonParts.text(), "before", Node.of(), "after", Node.of());
        return Node.object(
                "id",
                CommonParts.text(),
                "at",
                Node.of("type", "string", "format", "date-time"),
                "kind",
                Node.of("type", "string", "enum", kinds()),
                "action",
                CommonParts.text(),
                "object",
                maybe,
                "subject",
                CommonParts.text(),
                "title",
                CommonParts.text(),
                "by",
                CommonParts.text(),
                "byId",
                maybe,
                "byKind",
                Node.of("type", "string", "enum", List.of("person", "client", "system")),
                "actedBy",
                maybe,
                "channel",
                maybe,
                "address",
                maybe,
                "agent",
                maybe,
                "job",
                maybe,
                "traceId",
                CommonParts.text(),
                "changes",
                Node.list(change));
    }
}
