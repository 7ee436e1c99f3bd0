package io.guanxi.kernel.custom;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.Dependence;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A definition as the database keeps it. */
record DefinitionRow(long id, FieldDefinition definition) {

    static final String COLUMNS =
            "SELECT id, object, name, type, labels, help, choices, dependence, reference, max_length,"
                    + " required, is_unique, default_value, formula, roll_up, numbering, is_sensitive FROM custom_field WHERE removed = FALSE AND tenant_id = ?";

    static DefinitionRow read(ResultSet row) throws SQLException {
        String defaultValue = row.getString(13);
        return new DefinitionRow(
                row.getLong(1),
                new FieldDefinition(
                        row.getString(2),
                        row.getString(3),
                        FieldType.valueOf(row.getString(4)),
                        texts(JsonTree.readObject(row.getString(5))),
                        texts(JsonTree.readObject(row.getString(6))),
                        JsonTree.readArray(row.getString(7)).stream()
                                .map(DefinitionRow::choice)
                                .toList(),
                        dependence(row.getString(8)),
                        row.getString(9),
                        row.getInt(10),
                        row.getBoolean(11),
                        row.getBoolean(12),
                        row.getBoolean(17),
                        defaultValue == null ? null : JsonTree.read(defaultValue),
                        computation(row.getString(14), row.getString(15), row.getString(16))));
    }

    private static Dependence dependence(String json) {
        if (json == null) {
            return null;
        }
        Map<?, ?> members = JsonTree.readObject(json);
        Map<String, List<String>> offered = new LinkedHashMap<>();
        ((Map<?, ?>) members.get("offered"))
                .forEach((option, choices) -> offered.put(
                        (String) option,
                        ((List<?>) choices).stream().map(String::valueOf).toList()));
        return new Dependence((String) members.get("on"), offered);
    }

    /** JSON of what the choices depend on; null for nothing. */
    String dependence() {
        Dependence dependence = definition.dependence();
        return dependence == null
                ? null
                : JsonTree.write(Map.of("on", dependence.on(), "offered", dependence.offered()));
    }

    private static Computation computation(String formula, String rollUp, String numbering) {
        if (formula != null) {
            return new Computation.Formula(formula);
        } else if (rollUp != null) {
            return rollUp(JsonTree.readObject(rollUp));
        }
        return numbering == null ? null : new Computation.Numbering(numbering);
    }

    private static Computation.RollUp rollUp(Map<?, ?> members) {
        return new Computation.RollUp(
                (String) members.get("object"),
                (String) members.get("by"),
                Computation.Function.valueOf((String) members.get("function")),
                (String) members.get("field"),
                (String) members.get("filter"));
    }

    /** Whether it points to an object, or sums its records up. */
    boolean concerns(String object) {
        return object.equals(definition.reference())
                || definition.computation() instanceof Computation.RollUp rollUp
                        && rollUp.object().equals(object);
    }

    String formula() {
        return definition.formula();
    }

    /** JSON of the roll-up; null for other fields. */
    String rollUp() {
        if (!(definition.computation() instanceof Computation.RollUp rollUp)) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("object", rollUp.object());
        members.put("by", rollUp.by());
        members.put("function", rollUp.function().name());
        members.put("field", rollUp.field());
        members.put("filter", rollUp.filter());
        return JsonTree.write(members);
    }

    /** Format of the numbers; null for other fields. */
    String numbering() {
        return definition.computation() instanceof Computation.Numbering numbering ? numbering.format() : null;
    }

    FieldDescriptor descriptor() {
        FieldDefinition field = definition;
        FieldBuilder builder = FieldBuilder.field(
                        CustomField.PREFIX + field.name(), field.type(), length(), field.reference())
                .custom(new CustomField(
                        id,
                        field.labels(),
                        field.help(),
                        options(field.choices()),
                        field.defaultValue(),
                        field.dependence(),
                        field.computation()))
                // Files often name columns as programs do.
                .synonyms(field.name());
        if (field.computation() != null) {
            builder.readOnly();
        }
        if (field.required()) {
            builder.required();
        }
        if (IndexedValue.isSortable(field.type())) {
            builder.sortable();
        } else if (IndexedValue.isKept(field.type())) {
            builder.filterable();
        }
        if (field.unique()) {
            builder.unique();
        }
        if (field.sensitive()) {
            builder.sensitive();
        }
        if (field.type().isText()) {
            builder.searchable();
        }
        return builder.build();
    }

    private int length() {
        return definition.maxLength() == 0 ? FieldRules.longest(definition.type()) : definition.maxLength();
    }

    private static List<CustomField.Option> options(List<FieldDefinition.Choice> choices) {
        return choices.stream()
                .map(choice -> new CustomField.Option(choice.value(), choice.labels()))
                .toList();
    }

    static String json(List<FieldDefinition.Choice> choices) {
        return JsonTree.write(choices.stream()
                .map(choice -> Map.of("value", choice.value(), "labels", choice.labels()))
                .toList());
    }

    private static FieldDefinition.Choice choice(Object tree) {
        Map<?, ?> members = (Map<?, ?>) tree;
        return new FieldDefinition.Choice((String) members.get("value"), texts((Map<?, ?>) members.get("labels")));
    }

    static Map<String, String> texts(Map<?, ?> tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.forEach((language, text) -> texts.put((String) language, (String) text));
        return texts;
    }
}
