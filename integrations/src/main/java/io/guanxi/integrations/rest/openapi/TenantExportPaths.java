package io.guanxi.integrations.rest.openapi;

import java.util.List;
import java.util.Map;

/** The routes of the export of all that a company has. */
final class TenantExportPaths {

    private final Texts texts;
    private final CommonParts parts;

    TenantExportPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/admin/tenant-export", Node.of("get", list(), "post", submit()));
    }

    private Map<String, Object> list() {
        return operation("list", "listTenantExports")
                .answer(
                        200,
                        texts.get("answer.page"),
                        Node.object(List.of("items"), "items", Node.list(Node.schema("Job"))))
                .problems();
    }

    private Map<String, Object> submit() {
        return operation("submit", "exportTenant")
                .parameters("idempotencyKey")
                .answer(202, texts.get("answer.job"), Node.schema("Job"), "Location")
                .problems(409, 422);
    }

    private Operation operation(String key, String id) {
        return new Operation(parts, id, CompanyPaths.TAG, texts.get("operation.tenantExport." + key))
                .description(texts.get("operation.cleansing.admin"));
    }
}
