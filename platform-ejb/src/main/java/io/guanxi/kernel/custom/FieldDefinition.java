package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Dependence;
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
 * @param choices      values and their labels, of a {@code CHOICE} or {@code MULTI_CHOICE}; in order
 * @param dependence   what the choices depend on; null for nothing
 * @param reference    name of the object that a {@code REFERENCE} points to; null for others
 * @param maxLength    longest value of a text in characters, of a rich one with its marks; 0 takes the longest possible
 * @param required     a record without a value is refused; those there already keep what they have
 * @param unique       no two live records have the same value
 * @param sensitive    histories tell that it changed, not from what to what
 * @param defaultValue external form; null for none
 * @param computation  what gives the value; null for a field that is filled in
 */
public record FieldDefinition(
        String object,
        String name,
        FieldType type,
        Map<String, String> labels,
        Map<String, String> help,
        List<Choice> choices,
        Dependence dependence,
        String reference,
        int maxLength,
        boolean required,
        boolean unique,
        boolean sensitive,
        Object defaultValue,
        Computation computation) {

    /** Source in the rule language, of the fields of the record; null for other fields. */
    public String formula() {
        return computation instanceof Computation.Formula formula ? formula.source() : null;
    }

    /** What this says about a field that is there, with what cannot change about it. */
    public FieldDefinition named(FieldDefinition before) {
        return new FieldDefinition(
                before.object(),
                before.name(),
                before.type(),
                labels,
                help,
                choices,
                dependence,
                before.reference(),
                before.maxLength(),
                required,
                before.unique(),
                sensitive,
                defaultValue,
                computation);
    }

    /** The same with a type that follows from its computation, and with the uniqueness of numbers. */
    FieldDefinition computed(FieldType following) {
        return new FieldDefinition(
                object,
                name,
                following,
                labels,
                help,
                choices,
                dependence,
                reference,
                maxLength,
                required,
                unique || computation instanceof Computation.Numbering,
                sensitive,
                defaultValue,
                computation);
    }

    /**
     * @param value  lower case letters, digits and underscores, at most 40
     * @param labels by language tag, at most 80 characters each
     */
    public record Choice(String value, Map<String, String> labels) {}
}
