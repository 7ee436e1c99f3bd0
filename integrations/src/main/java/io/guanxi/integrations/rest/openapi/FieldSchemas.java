package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tag.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema of single fields, by their type. */
final class FieldSchemas {

    private final Texts texts;

    FieldSchemas(Texts texts) {
        this.texts = texts;
    }

    /** The field's values; {@code empty} allows null as well. */
    Map<String, Object> of(ObjectDescriptor object, FieldDescriptor field, boolean empty) {
        Map<String, Object> values = values(field);
        String label = Labels.field(object, field, texts.locale());
        if (values.containsKey("$ref")) {
            Map<String, Object> schema =
                    empty ? Node.of("anyOf", List.of(values, Node.of("type", "null"))) : new LinkedHashMap<>(values);
            schema.put("description", label);
            if (field.readOnly()) {
                schema.put("readOnly", true);
            }
            return schema;
        }
        if (empty) {
            values.computeIfPresent("type", (key, type) -> List.of(type, "null"));
            values.computeIfPresent("enum", (key, options) -> withNull((List<?>) options));
        }
        values.put("description", describe(label, field));
        if (field.reference() != null || field.type() == FieldType.MEMBER) {
            values.put("x-reference", field.reference() == null ? "member" : field.reference());
        }
        field.dependence().ifPresent(dependence -> values.put("x-depends-on", dependence.on()));
        if (field.readOnly()) {
            values.put("readOnly", true);
        }
        return values;
    }

    /** A believable value for examples. */
    Object example(FieldDescriptor field) {
        return switch (field.type()) {
            case INTEGER -> 12;
            case DECIMAL, PERCENT -> 12.5;
            case MONEY -> Node.of("amount", "1234.50", "currency", "EUR");
            case BOOLEAN -> true;
            case DATE -> "2026-10-27";
            case INSTANT -> "2026-10-27T02:30:00Z";
            case TIME -> "14:30";
            case MULTI_CHOICE -> List.of(field.options().get(0));
            case RICH_TEXT -> "<p>A <strong>strong</strong> word.</p>";
            case CHOICE -> field.options().get(0);
            case EMAIL -> "anna@example.com";
            case PHONE -> "+4930901820";
            case URL -> "https://example.com";
            case COUNTRY -> "DE";
            case CURRENCY -> "EUR";
            case LANGUAGE -> "de";
            case TIME_ZONE -> "Europe/Berlin";
            case OBJECT -> "accounts";
            case REFERENCE, MEMBER -> "0H3KZ5Q8R4T2V";
            case PHONES -> List.of(element(field, Node.of("number", "+4930901820")));
            case EMAILS -> List.of(element(field, Node.of("address", "anna@example.com")));
            case ADDRESSES ->
                List.of(element(field, Node.of("line1", "Lindenstr. 1", "city", "Berlin", "country", "DE")));
            case TAGS -> List.of("VIP");
            case TEXT, LONG_TEXT -> "name".equals(field.name()) ? "Example GmbH" : "Text";
        };
    }

    private static Map<String, Object> element(FieldDescriptor field, Map<String, Object> members) {
        Map<String, Object> element = new LinkedHashMap<>();
        if (!field.options().isEmpty()) {
            element.put("label", field.options().get(0));
        }
        element.putAll(members);
        return element;
    }

    private static Map<String, Object> values(FieldDescriptor field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, RICH_TEXT -> text(field);
            case INTEGER -> Node.integer();
            case DECIMAL, PERCENT -> Node.of("type", "number");
            case MONEY -> Node.schema("Money");
            case BOOLEAN -> Node.of("type", "boolean");
            case DATE -> Node.of("type", "string", "format", "date");
            case INSTANT -> Node.of("type", "string", "format", "date-time");
            case TIME -> Node.of("type", "string", "pattern", "^\\d{2}:\\d{2}(:\\d{2})?$");
            case CHOICE -> Node.of("type", "string", "enum", field.options());
            case MULTI_CHOICE ->
                Node.of(
                        "type",
                        "array",
                        "items",
                        Node.of("type", "string", "enum", field.options()),
                        "uniqueItems",
                        true);
            case EMAIL -> with(text(field), "format", "email");
            case URL -> with(text(field), "format", "uri");
            case PHONE -> text(field);
            case COUNTRY -> Node.of("type", "string", "pattern", "^[A-Z]{2}$");
            case CURRENCY -> Node.of("type", "string", "pattern", "^[A-Z]{3}$");
            case LANGUAGE, TIME_ZONE, OBJECT, REFERENCE, MEMBER -> Node.of("type", "string");
            case PHONES -> list(field, "Phone");
            case EMAILS -> list(field, "Email");
            case ADDRESSES -> list(field, "Address");
            case TAGS -> Node.list(Node.of("type", "string", "maxLength", Tags.LONGEST_NAME));
        };
    }

    private static Map<String, Object> text(FieldDescriptor field) {
        return Node.of("type", "string", "maxLength", field.maxLength() > 0 ? field.maxLength() : null);
    }

    /** What all elements of the kind have, with the labels this field allows. */
    private static Map<String, Object> list(FieldDescriptor field, String element) {
        Map<String, Object> items = field.options().isEmpty()
                ? Node.schema(element)
                : Node.of("allOf", List.of(Node.schema(element), labels(field.options())));
        return Node.list(items);
    }

    private static Map<String, Object> labels(List<String> options) {
        return Node.of("properties", Node.of("label", Node.of("enum", options)));
    }

    private String describe(String label, FieldDescriptor field) {
        if (field.reference() != null) {
            return label + ". " + texts.get("field.reference", field.reference());
        }
        return switch (field.type()) {
            case MEMBER -> label + ". " + texts.get("field.member");
            case PHONE -> label + ". " + texts.get("field.phone");
            case PERCENT -> label + ". " + texts.get("field.percent");
            case RICH_TEXT -> label + ". " + texts.get("field.richText");
            default -> label;
        };
    }

    private static Map<String, Object> with(Map<String, Object> schema, String name, Object value) {
        schema.put(name, value);
        return schema;
    }

    private static List<Object> withNull(List<?> options) {
        List<Object> all = new java.util.ArrayList<>(options);
        all.add(null);
        return all;
    }
}
