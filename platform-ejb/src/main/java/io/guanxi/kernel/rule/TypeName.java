package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.Locale;

/**
 * A type as people read it.
 *
 * @param key     last part of its message key, such as {@code text}
 * @param element type of the elements of a list; null otherwise
 */
public record TypeName(String key, TypeName element) implements Wording {

    private static final String LIST = "list";

    static TypeName of(CelType type) {
        return type instanceof ListType list && list.hasElemType()
                ? new TypeName(LIST, of(list.elemType()))
                : of(type.name());
    }

    /** Of the name in CEL's messages, such as {@code list(string)}. */
    static TypeName of(String cel) {
        if (cel.startsWith("list(") && cel.endsWith(")")) {
            return new TypeName(LIST, of(cel.substring(5, cel.length() - 1)));
        }
        return new TypeName(
                switch (cel) {
                    case "string", "pattern" -> "text";
                    case "int" -> "integer";
                    case "double" -> "decimal";
                    case "bool" -> "condition";
                    case "date" -> "date";
                    case "google.protobuf.Timestamp", "timestamp" -> "instant";
                    case "guanxi.Money" -> "money";
                    case "null", "null_type" -> "nothing";
                    case LIST -> LIST;
                    case "A", "dyn" -> "any";
                    default -> cel.startsWith("guanxi.") ? "record" : "any";
                },
                null);
    }

    @Override
    public String in(Locale locale) {
        return element == null
                ? RuleWords.text("type." + key, locale)
                : RuleWords.format("type.listOf", locale, element.in(locale));
    }

    /** In English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
