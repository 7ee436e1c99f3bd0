package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.view.RowColour;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.kernel.view.ViewRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes of saved views. */
final class ViewPaths {

    static final String TAG = "views";
    static final String SCHEMA = "View";

    private final Texts texts;
    private final CommonParts parts;

    ViewPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        new SavedPaths(texts, SCHEMA, this::operation).addTo(paths, "/v1/views");
        paths.put("/v1/views/{id}/default", Node.of("put", first(), "delete", later()));
    }

    private Map<String, Object> first() {
        return operation("openFirst")
                .parameters("id")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Map<String, Object> later() {
        return operation("openLater")
                .parameters("id")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + "View", TAG, texts.get("operation.view." + verb));
    }

    static Map<String, Object> schema(Texts texts) {
        Map<String, Object> width =
                Node.of("type", "integer", "minimum", ViewColumn.MIN_WIDTH, "maximum", ViewColumn.MAX_WIDTH);
        Map<String, Object> column = Node.object(List.of("field"), "field", CommonParts.text(), "width", width);
        Map<String, Object> colour = Node.object(
                List.of("filter", "colour"), "filter", CommonParts.text(), "colour", words(RowColour.values()));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Node.of("type", "string", "readOnly", true));
        properties.put("object", CommonParts.text());
        properties.put("name", Node.of("type", "string", "maxLength", ViewRules.MAX_NAME));
        properties.put("shared", CommonParts.flag());
        properties.put("own", Node.of("type", "boolean", "readOnly", true));
        properties.put("editable", Node.of("type", "boolean", "readOnly", true));
        properties.put("columns", Node.of("type", "array", "maxItems", ViewRules.MAX_COLUMNS, "items", column));
        properties.put("filter", CommonParts.text());
        properties.put("sort", CommonParts.text());
        properties.put("groupBy", CommonParts.text());
        properties.put("colours", Node.of("type", "array", "maxItems", ViewRules.MAX_COLOURS, "items", colour));
        properties.put("form", words(ViewForm.values()));
        properties.put("formField", CommonParts.text());
        properties.put(
                "missing",
                Node.of(
                        "type",
                        "array",
                        "readOnly",
                        true,
                        "items",
                        CommonParts.text(),
                        "description",
                        texts.get("view.missing")));
        return Node.of("type", "object", "properties", properties, "required", List.of("object", "name"));
    }

    private static Map<String, Object> words(Enum<?>[] constants) {
        return Node.of(
                "type",
                "string",
                "enum",
                Arrays.stream(constants)
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
