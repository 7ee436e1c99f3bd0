package io.guanxi.kernel.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a tenant has said about a field of its own, beside what every field has.
 *
 * @param id           of the definition; what a record keeps the value under, so that a name may be used again
 * @param labels       by language tag, such as {@code en} and {@code zh-CN}; at least one
 * @param help         one sentence by language tag, shown at the input; may be empty
 * @param options      what may be chosen, in order; empty for other types
 * @param defaultValue external form a new record gets when its input says nothing; null for none
 * @param dependence   what the options depend on; null for nothing
 * @param computation  what gives the value; null for fields that are filled in
 */
public record CustomField(
        long id,
        Map<String, String> labels,
        Map<String, String> help,
        List<Option> options,
        Object defaultValue,
        Dependence dependence,
        Computation computation) {

    /** Begins the name of every field of a tenant's own, in REST, filters, imports and history. */
    public static final String PREFIX = "custom.";

    /**
     * One choice.
     *
     * @param value  what is stored and sent
     * @param labels by language tag; at least one
     */
    public record Option(String value, Map<String, String> labels) {}

    /** Source in the rule language that gives the value; null for other fields. */
    public String formula() {
        return computation instanceof Computation.Formula formula ? formula.source() : null;
    }

    /** The label in a language, else in English, else in whatever there is. */
    public String label(Locale locale) {
        return TenantTexts.in(labels, locale);
    }

    /** The help in a language; empty when there is none at all. */
    public String help(Locale locale) {
        return help.isEmpty() ? "" : TenantTexts.in(help, locale);
    }

    /** The label of a choice; the value itself when it is none of them any more. */
    public String optionLabel(String value, Locale locale) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(option -> TenantTexts.in(option.labels(), locale))
                .findFirst()
                .orElse(value);
    }
}
