package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldType;
import java.util.List;
import java.util.Map;

/**
 * What an admin says about a field of the tenant's own.
 *
 * @param object       name of the object that has the field
 * @param name         without the prefix; a letter, then letters and digits, at most 40
 * @param type         one of {@link FieldRules#TYPES}
 * @param labels       by language tag, at most 80 characters each; English or Chinese at least
 * @param help         by language tag, at most 300 characters each
 * @param choices      values and their labels, of a {@code CHOICE}; in order
 * @param reference    name of the object that a {@code REFERENCE} points to; null for others
 * @param maxLength    longest value of a {@code TEXT} or {@code LONG_TEXT} in characters; 0 takes the longest possible
 * @param required     a record without a value is refused; those there already keep what they have
 * @param unique       no two live records have the same value
 * @param defaultValue external form; null for none
 * @param formula      source in the rule language, of the fields of the record; null for a field that is filled in
 */
public record FieldDefinition(
        String object,
        String name,
        FieldType type,
        Map<String, String> labels,
        Map<String, String> help,
        List<Choice> choices,
        String reference,
        int maxLength,
        boolean required,
        boolean unique,
        Object defaultValue,
        String formula) {

    /** What this says about a field that is there, with what cannot change about it. */
    public FieldDefinition named(FieldDefinition before) {
        return new FieldDefinition(
                before.object(),
                before.name(),
                before.type(),
                labels,
                help,
                choices,
                before.reference(),
                before.maxLength(),
                required,
                before.unique(),
                defaultValue,
                formula);
    }

    /**
     * @param value  lower case letters, digits and underscores, at most 40
     * @param labels by language tag, at most 80 characters each
     */
    public record Choice(String value, Map<String, String> labels) {}
}
