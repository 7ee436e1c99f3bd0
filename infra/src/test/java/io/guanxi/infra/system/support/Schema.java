package io.guanxi.infra.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Holds a value against a schema of the OpenAPI document, as far as JSON Schema 2020-12 is used there: {@code $ref},
 * {@code type}, {@code enum}, {@code properties}, {@code required}, {@code additionalProperties}, {@code items},
 * {@code anyOf}, {@code allOf}, {@code pattern}, {@code maxLength}, {@code maxItems} and {@code format}.
 *
 * <p>Members that the schema does not name are told as well: an answer shows nothing that is not documented.
 */
public final class Schema {

    private final JsonNode document;

    public Schema(JsonNode document) {
        this.document = document;
    }

    /** Everything in which the value departs from the schema, each with its place; empty when nothing. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String place, List<String> faults) {
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asText().substring(1)), value, place, faults);
        } else if (schema.has("anyOf")) {
            boolean fits = StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                    .anyMatch(one -> faults(one, value).isEmpty());
            add(!fits, place, "is none of what it may be: " + value, faults);
        } else if (schema.has("allOf")) {
            check(schema.path("allOf").get(0), value, place, faults);
        } else {
            checkPlain(schema, value, place, faults);
        }
    }

    private void checkPlain(JsonNode schema, JsonNode value, String place, List<String> faults) {
        add(schema.has("type") && !types(schema).contains(type(value, types(schema))), place, "is a " + value, faults);
        boolean listed = !schema.has("enum")
                || StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .anyMatch(value::equals);
        add(!listed, place, "is not listed: " + value, faults);
        if (value.isTextual()) {
            checkText(schema, value.asText(), place, faults);
        } else if (value.isArray()) {
            add(schema.has("maxItems") && value.size() > schema.path("maxItems").asInt(), place, "is too long", faults);
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), place + "/" + i, faults);
            }
        } else if (value.isObject() && schema.has("properties")) {
            checkMembers(schema, value, place, faults);
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String place, List<String> faults) {
        schema.path("required").forEach(name -> add(!value.has(name.asText()), place, "lacks " + name, faults));
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            String below = place + "/" + member.getKey();
            if (known.isMissingNode()) {
                faults.add(below + " is not documented");
            } else {
                check(known, member.getValue(), below, faults);
            }
        });
    }

    private static void checkText(JsonNode schema, String text, String place, List<String> faults) {
        add(schema.has("maxLength") && text.length() > schema.path("maxLength").asInt(), place, "is too long", faults);
        boolean matches = !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find();
        add(!matches, place, "has another form: " + text, faults);
        try {
            switch (schema.path("format").asText()) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                case "uri" -> java.net.URI.create(text);
                default -> {
                    // Other formats are told by their pattern.
                }
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            faults.add(place + " is no " + schema.path("format").asText() + ": " + text);
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }

    private static String type(JsonNode value, List<String> wanted) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() && wanted.contains("integer") ? "integer" : "number";
            default -> "object";
        };
    }

    private static void add(boolean fault, String place, String what, List<String> faults) {
        if (fault) {
            faults.add(place + " " + what);
        }
    }
}
