package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of how a tenant arranges the records of an object. */
final class LayoutPaths {

    static final String TAG = "layouts";
    static final String SCHEMA = "Layout";

    private final Texts texts;
    private final CommonParts parts;
    private final ObjectDescriptor object;

    LayoutPaths(Texts texts, CommonParts parts, ObjectDescriptor object) {
        this.texts = texts;
        this.parts = parts;
        this.object = object;
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/admin/objects/" + object.path() + "/layouts";
        paths.put(base, Node.of("get", list(), "put", keep(), "delete", remove()));
        paths.put(base + "/record-type-field", Node.of("put", distinguish()));
    }

    private Map<String, Object> list() {
        return operation("list").answer(200, texts.get("answer.page"), all()).problems(404);
    }

    private Map<String, Object> keep() {
        return operation("keep")
                .body(Node.content("application/json", Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> remove() {
        return operation("remove")
                .parameters("recordType", "role")
                .answer(204, texts.get("answer.deleted"), null)
                .problems(404);
    }

    private Map<String, Object> distinguish() {
        Map<String, Object> body = Node.object("recordTypeField", Node.nullable("string"));
        return operation("distinguish")
                .body(Node.content("application/json", body))
                .answer(200, texts.get("answer.record"), all())
                .problems(400, 404, 413, 415, 422);
    }

    private static Map<String, Object> all() {
        return Node.object("recordTypeField", Node.nullable("string"), "items", Node.list(Node.schema(SCHEMA)));
    }

    private Operation operation(String verb) {
        String summary = texts.get("operation.layout." + verb, Labels.plural(object, texts.locale()));
        return new Operation(parts, verb + "LayoutOf" + ObjectSchemas.name(object), TAG, summary);
    }

    /** One layout, the same for every object. */
    static Map<String, Object> schema() {
        Map<String, Object> names = Node.list(Node.of("type", "string"));
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("name", Node.of("type", "string"));
        section.put("labels", Node.of("type", "object", "additionalProperties", Node.of("type", "string")));
        section.put("columns", Node.of("type", "integer", "minimum", 1, "maximum", 2));
        section.put("fields", names);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("recordType", Node.nullable("string"));
        properties.put("role", Node.of("type", List.of("string", "null"), "examples", List.of(Role.MEMBER.name())));
        properties.put("sections", Node.list(Node.object(section)));
        properties.put("keyFigures", names);
        properties.put("related", names);
        properties.put("hidden", names);
        return Node.of("type", "object", "properties", properties, "required", List.of("sections"));
    }
}
