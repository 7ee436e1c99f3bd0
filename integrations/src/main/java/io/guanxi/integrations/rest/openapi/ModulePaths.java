package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.support.SupportGrants;
import java.util.List;
import java.util.Map;

/** The routes of modules, of what a tenant uses of its plan, and of the operators' support in it. */
final class ModulePaths {

    static final String TAG = "modules";

    private static final String BASE = "/v1/admin/modules";

    private final Texts texts;
    private final CommonParts parts;

    ModulePaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(BASE, Node.of("get", list()));
        paths.put(BASE + "/{module}", Node.of("get", read(), "patch", change()));
        paths.put("/v1/admin/usage", Node.of("get", usage()));
        paths.put("/v1/admin/support-access", Node.of("get", support(), "post", letIn(), "delete", shutOut()));
    }

    private Map<String, Object> list() {
        return operation("listModules", "module.list")
                .answer(
                        200,
                        texts.get("answer.page"),
                        Node.of("type", "object", "properties", Node.of("items", all(module()))))
                .problems();
    }

    private Map<String, Object> read() {
        return operation("readModule", "module.read")
                .parameters("module")
                .answer(200, texts.get("answer.record"), module())
                .problems(404);
    }

    private Map<String, Object> change() {
        Map<String, Object> wanted = Node.of(
                "type",
                "object",
                "properties",
                Node.of("on", Node.of("type", "boolean"), "together", CommonParts.flag()),
                "required",
                List.of("on"));
        return operation("switchModule", "module.change")
                .parameters("module")
                .body(Node.content(RecordResource.MERGE_PATCH, wanted))
                .answer(200, texts.get("answer.record"), module())
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> usage() {
        Map<String, Object> line = Node.of(
                "type",
                "object",
                "properties",
                Node.of(
                        "limit", CommonParts.text(),
                        "used", number(),
                        "allowed", Node.of("type", List.of("integer", "null"), "format", "int64"),
                        "percent", Node.of("type", "integer"),
                        "standing", Node.of("type", "string", "enum", List.of("free", "near", "reached"))));
        return operation("readUsage", "module.usage")
                .answer(
                        200,
                        texts.get("answer.record"),
                        Node.of(
                                "type",
                                "object",
                                "properties",
                                Node.of("plan", CommonParts.text(), "limits", all(line))))
                .problems();
    }

    private Map<String, Object> support() {
        Map<String, Object> entry = Node.of(
                "type",
                "object",
                "properties",
                Node.of(
                        "at", CommonParts.text(),
                        "operator", CommonParts.text(),
                        "action", CommonParts.text(),
                        "details", CommonParts.text()));
        return operation("readSupportAccess", "support.read")
                .answer(
                        200,
                        texts.get("answer.record"),
                        Node.of(
                                "type",
                                "object",
                                "properties",
                                Node.of("active", leave(List.of("object", "null")), "entries", all(entry))))
                .problems();
    }

    private Map<String, Object> letIn() {
        Map<String, Object> wanted = Node.of(
                "type",
                "object",
                "properties",
                Node.of(
                        "hours",
                        Node.of("type", "integer", "minimum", 1, "maximum", SupportGrants.MOST_HOURS),
                        "reason",
                        CommonParts.text()),
                "required",
                List.of("hours", "reason"));
        return operation("grantSupportAccess", "support.grant")
                .body(Node.content("application/json", wanted))
                .answer(201, texts.get("answer.created"), leave("object"), "Location")
                .problems(400, 413, 415, 422);
    }

    private Map<String, Object> shutOut() {
        return operation("endSupportAccess", "support.end")
                .answer(204, texts.get("answer.done"), null)
                .problems();
    }

    private static Map<String, Object> leave(Object type) {
        return Node.of(
                "type",
                type,
                "properties",
                Node.of(
                        "reason", CommonParts.text(),
                        "grantedBy", CommonParts.text(),
                        "grantedAt", CommonParts.text(),
                        "endsAt", CommonParts.text()));
    }

    private static Map<String, Object> module() {
        Map<String, Object> names = all(CommonParts.text());
        return Node.of(
                "type",
                "object",
                "properties",
                Node.of(
                        "name",
                        CommonParts.text(),
                        "label",
                        CommonParts.text(),
                        "description",
                        CommonParts.text(),
                        "icon",
                        CommonParts.text(),
                        "on",
                        Node.of("type", "boolean"),
                        "entitled",
                        Node.of("type", "boolean"),
                        "plan",
                        Node.of("type", List.of("string", "null")),
                        "needs",
                        names,
                        "neededBy",
                        names,
                        "objects",
                        names,
                        "pages",
                        names,
                        "routes",
                        names,
                        "jobs",
                        names,
                        "permissions",
                        names));
    }

    private static Map<String, Object> number() {
        return Node.of("type", "integer", "format", "int64");
    }

    private static Map<String, Object> all(Map<String, Object> items) {
        return Node.of("type", "array", "items", items);
    }

    private Operation operation(String id, String text) {
        return new Operation(parts, id, TAG, texts.get("operation." + text));
    }
}
