package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.record.RecordChoice;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One row of the filter builder while it is being filled in. */
public class FilterRow implements Serializable {

    private String field;
    private Condition condition;
    private String value;
    private String label;

    FilterRow(String field, Condition condition) {
        this.field = field;
        this.condition = condition;
    }

    /** The row for a comparison in force; empty when rows cannot say it. */
    static Optional<FilterRow> of(Comparison comparison, ObjectDescriptor object, ZoneId zone) {
        FieldDescriptor field = object.find(comparison.field()).orElse(null);
        if (field == null) {
            return Optional.empty();
        }
        Condition condition = Condition.of(comparison, field.type());
        if (!Condition.of(field.type()).contains(condition)) {
            return Optional.empty();
        }
        FilterRow row = new FilterRow(field.name(), condition);
        row.value = condition.complete() ? null : typed(comparison.arguments().get(0), condition, field.type(), zone);
        return Optional.of(row);
    }

    private static String typed(String argument, Condition condition, FieldType type, ZoneId zone) {
        if (condition == Condition.STARTS_WITH) {
            return argument.substring(0, argument.length() - 1);
        }
        return type == FieldType.INSTANT
                ? Instant.parse(argument).atZone(zone).toLocalDate().toString()
                : argument;
    }

    /** What the row asks for; empty while its value is missing. */
    Optional<Comparison> comparison(FieldType type, ZoneId zone) {
        if (condition.complete()) {
            return Optional.of(new Comparison(field, condition.operator(), List.of()));
        } else if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String argument = value.trim();
        if (condition == Condition.STARTS_WITH) {
            argument = argument + "*";
        } else if (type == FieldType.INSTANT) {
            argument = LocalDate.parse(argument).atStartOfDay(zone).toInstant().toString();
        }
        return Optional.of(new Comparison(field, condition.operator(), List.of(argument)));
    }

    /** The field has become another one: condition and value start anew. */
    void restart(Condition first) {
        condition = first;
        value = null;
        label = null;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public Condition getCondition() {
        return condition;
    }

    public void setCondition(Condition condition) {
        this.condition = condition;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public LocalDate getDate() {
        return value == null ? null : LocalDate.parse(value);
    }

    public void setDate(LocalDate date) {
        value = date == null ? null : date.toString();
    }

    /** The record that the value points to, for the picker. */
    public RecordChoice getChoice() {
        return value == null ? null : new RecordChoice(value, label);
    }

    public void setChoice(RecordChoice choice) {
        value = choice == null ? null : choice.id();
        label = choice == null ? null : choice.label();
    }

    void setLabel(String label) {
        this.label = label;
    }
}
