package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.imports.MappingRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of saved mappings of imports. */
final class ImportMappingPaths {

    static final String TAG = "import-mappings";
    static final String SCHEMA = "ImportMapping";

    private final Texts texts;
    private final CommonParts parts;

    ImportMappingPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        new SavedPaths(texts, SCHEMA, this::operation).addTo(paths, "/v1/import-mappings");
    }

    private Operation operation(String verb) {
        return new Operation(parts, verb + SCHEMA, TAG, texts.get("operation.importMapping." + verb));
    }

    static Map<String, Object> schema(Texts texts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", told("string"));
        properties.put("object", CommonParts.text());
        properties.put("name", Node.of("type", "string", "maxLength", MappingRules.MAX_NAME));
        properties.put("shared", CommonParts.flag());
        properties.put("own", told("boolean"));
        properties.put("editable", told("boolean"));
        properties.put("ready", told("boolean"));
        properties.put(
                "columns",
                Node.of(
                        "type",
                        "object",
                        "maxProperties",
                        MappingRules.MAX_COLUMNS,
                        "additionalProperties",
                        CommonParts.text(),
                        "description",
                        texts.get("importMapping.columns"),
                        "example",
                        Node.of("Company", "name", "Telephone", "phones[work]")));
        return Node.of("type", "object", "properties", properties, "required", List.of("object", "name", "columns"));
    }

    private static Map<String, Object> told(String type) {
        return Node.of("type", type, "readOnly", true);
    }
}
