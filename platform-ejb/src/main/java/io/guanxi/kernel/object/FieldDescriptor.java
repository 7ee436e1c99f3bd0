package io.guanxi.kernel.object;

import io.guanxi.kernel.error.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * One field of an object: everything that pages, REST, import, search and history need to know about it.
 *
 * @param name       name in REST and of the entity's attribute, camelCase
 * @param type       what it holds
 * @param required   a record without it is invalid
 * @param readOnly   kept by the product; refused in input
 * @param maxLength  longest text in characters; 0 for types without length
 * @param options    allowed values of a {@code CHOICE}, or labels allowed in a list's elements; empty otherwise
 * @param reference  object a {@code REFERENCE} points to; null otherwise
 * @param sortable   an index serves the order
 * @param filterable an index serves comparison, or the object is small enough to compare without
 * @param searchable its words go to the search index
 * @param unique     no two live records of the tenant have the same value; the table has an index named
 *     {@code <table>_<column>_unique} over the tenant and the value of live records
 * @param derivedFrom the list field whose first element this read-only field repeats; null otherwise
 * @param synonyms   column headings that import takes for this field, besides its labels
 * @param sensitive  what it was and became is not told by histories: values are masked there
 * @param custom     what the tenant whose field it is has said about it; null for fields of the product
 */
public record FieldDescriptor(
        String name,
        FieldType type,
        boolean required,
        boolean readOnly,
        int maxLength,
        List<String> options,
        String reference,
        boolean sortable,
        boolean filterable,
        boolean searchable,
        boolean unique,
        String derivedFrom,
        List<String> synonyms,
        boolean sensitive,
        CustomField custom) {

    /** The same field, which input may not fill. */
    FieldDescriptor fixed() {
        return new FieldDescriptor(
                name,
                type,
                required,
                true,
                maxLength,
                options,
                reference,
                sortable,
                filterable,
                searchable,
                unique,
                derivedFrom,
                synonyms,
                sensitive,
                custom);
    }

    /** Whether it is a field of the tenant's own. */
    public boolean isCustom() {
        return custom != null;
    }

    /** Whether its value is computed from the other fields of the record. */
    public boolean isFormula() {
        return custom != null && custom.formula() != null;
    }

    /** Whether nobody fills it in. */
    public boolean isComputed() {
        return custom != null && custom.computation() != null;
    }

    /** What its value sums up of other records; empty for other fields. */
    public Optional<Computation.RollUp> rollUp() {
        return isComputed() && custom.computation() instanceof Computation.RollUp rollUp
                ? Optional.of(rollUp)
                : Optional.empty();
    }

    /** How its value numbers the records; empty for other fields. */
    public Optional<Computation.Numbering> numbering() {
        return isComputed() && custom.computation() instanceof Computation.Numbering numbering
                ? Optional.of(numbering)
                : Optional.empty();
    }

    /** What its options depend on; empty for nothing. */
    public Optional<Dependence> dependence() {
        return isCustom() ? Optional.ofNullable(custom.dependence()) : Optional.empty();
    }

    /** Where it stands in JSON, as JSON pointers tell it. */
    public String pointer() {
        return FieldError.pointerTo(name);
    }

    /** Message key of the field's label in the object's bundle. */
    public String labelKey(String object) {
        return object + ".field." + name;
    }

    /** Message key of one option's label in the object's bundle. */
    public String optionKey(String object, String option) {
        return object + ".option." + name + "." + option;
    }

    public Optional<String> derivation() {
        return Optional.ofNullable(derivedFrom);
    }
}
