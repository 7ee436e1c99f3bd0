package io.guanxi.infra.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An object as the server's own document describes it, so that tests of every object know new ones by themselves.
 *
 * @param name  such as {@code salesOrder}
 * @param path  its place in addresses, such as {@code orders}
 * @param input schema of what it is made of
 * @param measured whether it is said of its records how complete they are
 * @param archivable whether its records can be put aside
 */
public record ApiObject(String name, String path, JsonNode input, boolean measured, boolean archivable) {

    /** Every object of the document. */
    public static List<ApiObject> all(JsonNode document) {
        List<ApiObject> objects = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            String operation = path.getValue().path("post").path("operationId").asText();
            JsonNode input = document.at("/components/schemas/" + operation.replaceFirst("create", "") + "Input");
            if (operation.startsWith("create") && !input.isMissingNode()) {
                String schema = operation.substring("create".length());
                objects.add(new ApiObject(
                        Character.toLowerCase(schema.charAt(0)) + schema.substring(1),
                        path.getKey().replaceFirst("/v1/", ""),
                        input,
                        document.path("paths").has(path.getKey() + "/{id}/completeness"),
                        document.path("paths").has(path.getKey() + "/{id}/archive")));
            }
        });
        return objects;
    }

    /** The field that is told first of all: a text that may be changed. */
    public String title() {
        return fields().filter(field -> types(field.getValue()).contains("string")
                        && field.getValue().has("maxLength")
                        && !field.getValue().has("format"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Whether its records can have tags. */
    public boolean hasTags() {
        return fields().anyMatch(field -> field.getKey().equals("tags"));
    }

    /** Fields that point to records or people, with what they point to: the name of an object, or {@code member}. */
    public Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        fields().filter(field -> field.getValue().has("x-reference"))
                .forEach(field -> references.put(
                        field.getKey(), field.getValue().path("x-reference").asText()));
        return references;
    }

    /**
     * An input that is taken: the title, what is required, amounts, and all references whose target is known.
     *
     * @param ids      id of a record by the name of its object
     * @param currency of amounts
     */
    public Map<String, Object> sample(String title, Map<String, String> ids, String currency) {
        Map<String, Object> sample = new LinkedHashMap<>();
        List<String> required = StreamSupport.stream(input.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        fields().forEach(field -> {
            Optional<Object> value = field.getValue().has("x-reference")
                    ? Optional.ofNullable(
                            ids.get(field.getValue().path("x-reference").asText()))
                    : value(field.getValue(), title, currency, required.contains(field.getKey()));
            value.ifPresent(given -> sample.put(field.getKey(), given));
        });
        sample.put(title(), title);
        return sample;
    }

    private static Optional<Object> value(JsonNode schema, String title, String currency, boolean required) {
        if (schema.toString().contains("/Money\"")) {
            return Optional.of(Map.of("amount", "12.50", "currency", currency));
        } else if (!required) {
            return Optional.empty();
        } else if (schema.has("enum")) {
            return Optional.of(schema.path("enum").get(0).asText());
        }
        List<String> types = types(schema);
        return Optional.of(types.contains("number") || types.contains("integer") ? (Object) 3 : title);
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }

    /** Those that the product ships; what a tenant has added comes and goes with other tests. */
    private java.util.stream.Stream<Map.Entry<String, JsonNode>> fields() {
        return input.path("properties").properties().stream()
                .filter(field -> !field.getKey().equals("custom"));
    }
}
