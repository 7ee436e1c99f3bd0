package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldRules;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions of fields as JSON. */
public final class FieldDefinitionJson {

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "type",
            "labels",
            "help",
            "choices",
            DependenceJson.MEMBER,
            "reference",
            "maxLength",
            "required",
            "unique",
            "sensitive",
            "defaultValue",
            "formula",
            "rollUp",
            "numbering");

    private final Members members;

    private FieldDefinitionJson(Map<String, Object> members) {
        this.members = new Members(members, MEMBERS);
    }

    static Map<String, Object> write(String id, FieldDefinition field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("name", field.name());
        members.put("type", name(field.type()));
        members.put("labels", field.labels());
        members.put("help", field.help());
        if (field.type().hasOptions()) {
            members.put(
                    "choices",
                    field.choices().stream()
                            .map(choice -> Map.of("value", choice.value(), "labels", choice.labels()))
                            .toList());
        }
        DependenceJson.write(field.dependence(), members);
        if (field.reference() != null) {
            members.put("reference", field.reference());
        }
        if (field.maxLength() > 0) {
            members.put("maxLength", field.maxLength());
        }
        members.put("required", field.required());
        members.put("unique", field.unique());
        members.put("sensitive", field.sensitive());
        members.put("defaultValue", field.defaultValue());
        ComputationJson.write(field.computation(), members);
        return members;
    }

    /** {@code longText} for {@code LONG_TEXT}. */
    public static String name(FieldType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /**
     * @throws InvalidRecord when a member is unknown or of the wrong kind
     */
    static FieldDefinition read(String object, Map<String, Object> members) {
        FieldDefinitionJson json = new FieldDefinitionJson(members);
        FieldDefinition field = json.definition(object);
        json.members.throwIfAny();
        return field;
    }

    private FieldDefinition definition(String object) {
        return new FieldDefinition(
                object,
                members.text("name"),
                type(),
                members.texts("labels"),
                members.texts("help"),
                choices(),
                DependenceJson.read(members),
                members.text("reference"),
                members.number("maxLength"),
                members.truth("required", false),
                members.truth("unique", false),
                members.truth("sensitive", false),
                members.get("defaultValue"),
                ComputationJson.read(members));
    }

    private FieldType type() {
        Object given = members.get("type");
        for (FieldType type : FieldRules.TYPES) {
            if (name(type).equals(given)) {
                return type;
            }
        }
        // It follows from what computes the field.
        if (given != null || members.get("rollUp") == null && members.get("numbering") == null) {
            members.add("/type", "custom.type");
        }
        return FieldType.TEXT;
    }

    private List<FieldDefinition.Choice> choices() {
        List<FieldDefinition.Choice> choices = new ArrayList<>();
        Object given = members.get("choices");
        if (given != null && !(given instanceof List)) {
            members.add("/choices", "type.array");
        }
        if (given instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String pointer = "/choices/" + i;
                if (list.get(i) instanceof Map<?, ?> choice) {
                    String value = choice.get("value") instanceof String text ? text : null;
                    choices.add(new FieldDefinition.Choice(
                            value, members.texts(pointer + "/labels", choice.get("labels"))));
                } else {
                    members.add(pointer, "type.object");
                }
            }
        }
        return choices;
    }
}
