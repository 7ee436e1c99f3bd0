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
        paths.put("/v1/admin/closing", Node.of("get", closing(), "post", close(), "delete", reopen()));
    }

    private Map<String, Object> list() {
        return operation("listModules", "module.list")
                .answer(200, texts.get("answer.page"), Node.object("items", Node.list(module())))
                .problems();
    }

    private Map<String, Object> read() {
        return operation("readModule", "module.read")
                .parameters("module")
                .answer(200, texts.get("answer.record"), module())
                .problems(404);
    }

    private Map<String, Object> change() {
        Map<String, Object> wanted =
                Node.object(List.of("on"), "on", Node.of("type", "boolean"), "together", CommonParts.flag());
        return operation("switchModule", "module.change")
                .parameters("module")
                .body(Node.content(RecordResource.MERGE_PATCH, wanted))
                .answer(200, texts.get("answer.record"), module())
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Map<String, Object> usage() {
        Map<String, Object> line = Node.object(
                "limit", CommonParts.text(),
                "used", number(),
                "allowed", Node.of("type", List.of("integer", "null"), "format", "int64"),
                "percent", Node.integer(),
                "standing", Node.of("type", "string", "enum", List.of("free", "near", "reached")));
        return operation("readUsage", "module.usage")
                .answer(
                        200,
                        texts.get("answer.record"),
                        Node.object("plan", CommonParts.text(), "limits", Node.list(line)))
                .problems();
    }

    private Map<String, Object> support() {
        Map<String, Object> entry = Node.object(
                "at", CommonParts.text(),
                "operator", CommonParts.text(),
                "action", CommonParts.text(),
                "details", CommonParts.text());
        return operation("readSupportAccess", "support.read")
                .answer(
                        200,
                        texts.get("answer.record"),
                        Node.object("active", leave(List.of("object", "null")), "entries", Node.list(entry)))
                .problems();
    }

    private Map<String, Object> letIn() {
        Map<String, Object> wanted = Node.object(
                List.of("hours", "reason"),
                "hours",
                Node.of("type", "integer", "minimum", 1, "maximum", SupportGrants.MOST_HOURS),
                "reason",
                CommonParts.text());
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

    private Map<String, Object> closing() {
        return operation("readClosing", "closing.read")
                .answer(200, texts.get("answer.record"), closed())
                .problems();
    }

    private Map<String, Object> close() {
        Map<String, Object> wanted = Node.of(
                "type",
                "object",
                "properties",
                Node.of("name", CommonParts.text(), "reason", CommonParts.text()),
                "required",
                List.of("name", "reason"));
        return operation("closeCompany", "closing.close")
                .body(Node.content("application/json", wanted))
                .answer(201, texts.get("answer.created"), closed(), "Location")
                .problems(400, 409, 413, 415, 422);
    }

    private Map<String, Object> reopen() {
        return operation("reopenCompany", "closing.reopen")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private static Map<String, Object> closed() {
        Map<String, Object> maybe = Node.of("type", List.of("string", "null"));
        return Node.of(
                "type",
                "object",
                "properties",
                Node.of(
                        "closed", Node.of("type", "boolean"),
                        "graceDays", Node.of("type", "integer"),
                        "closedAt", maybe,
                        "closedBy", maybe,
                        "reason", maybe,
                        "eraseAt", maybe));
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
        Map<String, Object> names = Node.list(CommonParts.text());
        return Node.object(
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
                Node.nullable("string"),
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
                names);
    }

    private static Map<String, Object> number() {
        return Node.of("type", "integer", "format", "int64");
    }

    private Operation operation(String id, String text) {
        return new Operation(parts, id, TAG, texts.get("operation." + text));
    }
}
