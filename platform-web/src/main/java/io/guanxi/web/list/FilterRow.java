package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.query.Filter.Comparison;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One row of the filter builder while it is being filled in. */
public class FilterRow implements Serializable {

    /** Of {@code 2026-10-27}, which stands for its first instant in the caller's zone. */
    private static final int DATE_LENGTH = 10;

    private String field;
    private Condition condition;
    private String value;
    private String label;

    FilterRow(String field, Condition condition) {
        this.field = field;
        this.condition = condition;
    }

    /** The row for a comparison in force; empty when rows cannot say it. */
    static Optional<FilterRow> of(Comparison comparison, ObjectDescriptor object) {
        FieldDescriptor field = object.find(comparison.field()).orElse(null);
        if (field == null) {
            return Optional.empty();
        }
        Condition condition = Condition.of(comparison, field.type());
        if (!Condition.of(field.type()).contains(condition)) {
            return Optional.empty();
        }
        FilterRow row = new FilterRow(field.name(), condition);
        if (!condition.complete()) {
            String argument = comparison.arguments().get(0);
            boolean moment = field.type() == FieldType.INSTANT && argument.length() > DATE_LENGTH;
            row.value = condition == Condition.STARTS_WITH
                    ? argument.substring(0, argument.length() - 1)
                    : moment ? null : argument;
        }
        return Optional.of(row);
    }

    /** What the row asks for; empty while its value is missing. */
    Optional<Comparison> comparison() {
        if (condition.complete()) {
            return Optional.of(new Comparison(field, condition.operator(), List.of()));
        } else if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String argument = value.trim();
        return Optional.of(new Comparison(
                field, condition.operator(), List.of(condition == Condition.STARTS_WITH ? argument + "*" : argument)));
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
    public Choice getChoice() {
        return value == null ? null : new Choice(value, label);
    }

    public void setChoice(Choice choice) {
        value = choice == null ? null : choice.id();
        label = choice == null ? null : choice.label();
    }

    void setLabel(String label) {
        this.label = label;
    }
}
