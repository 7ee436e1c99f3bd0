package io.guanxi.kernel.rule;

import java.util.List;
import java.util.Locale;

/**
 * One function of the rule language, for help pages and completion.
 *
 * @param name       as it is written, such as {@code round} or {@code ==}
 * @param kind       how it is written
 * @param signatures such as {@code round(decimal, integer) → decimal}, in the order of importance
 * @param example    a rule that uses it; it may name the fields of {@code Samples} in the tests
 * @param result     what the example gives, as text
 */
public record RuleFunction(String name, FunctionKind kind, List<Signature> signatures, String example, String result) {

    /** One line that says what it does. */
    public String description(Locale locale) {
        return RuleWords.function(this, locale);
    }

    /** Key of the description in the bundle of this package. */
    public String descriptionKey() {
        return "function." + RuleWords.keyOf(name);
    }

    /**
     * What a function takes and gives.
     *
     * @param member may also be written {@code value.name(…)}, the value being the first parameter
     */
    public record Signature(List<TypeName> parameters, TypeName result, boolean member) {

        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    /** A signature in words, such as {@code round(decimal number, whole number) → decimal number}. */
    public String spell(Signature signature, Locale locale) {
        List<String> types =
                signature.parameters().stream().map(type -> type.in(locale)).toList();
        String result = " → " + signature.result().in(locale);
        return switch (kind) {
            case OPERATOR -> String.join(" " + name + " ", types) + result;
            case MACRO ->
                types.get(0) + "." + name + "(x, " + String.join(", ", types.subList(1, types.size())) + ")" + result;
            case FUNCTION -> name + "(" + String.join(", ", types) + ")" + result;
        };
    }
}
