package io.guanxi.tenantadmin.rules;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldType;
import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values of fields as one line of text, for trying rules out: {@code 12.50 EUR}, {@code true}, {@code VIP, Trade fair}. */
final class TypedText {

    private static final String NUMBER = "[+-]?\\d{1,18}(\\.\\d{1,10})?";

    private TypedText() {}

    /** External form of a text; the text itself where it is not what the type holds, which the rule then says. */
    static Object read(FieldType type, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case INTEGER, DECIMAL, PERCENT -> text.matches(NUMBER) ? new BigDecimal(text) : text;
            case BOOLEAN -> Boolean.valueOf(text);
            case MONEY -> money(text);
            case PHONES, EMAILS, ADDRESSES -> list(text);
            case TAGS, MULTI_CHOICE -> List.of(text.split("\\s*[,，]\\s*"));
            default -> text;
        };
    }

    private static Object money(String text) {
        String[] parts = text.split("\\s+");
        return parts.length == 2 && parts[0].matches(NUMBER)
                ? Map.of("amount", parts[0], "currency", parts[1].toUpperCase(java.util.Locale.ROOT))
                : text;
    }

    private static Object list(String text) {
        try {
            return JsonTree.read(text);
        } catch (JsonException e) {
            return text;
        }
    }

    /** The text that {@link #read} makes the same value of. */
    static String write(FieldType type, Object external) {
        if (external instanceof Map<?, ?> money && type == FieldType.MONEY) {
            return money.get("amount") + " " + money.get("currency");
        }
        if (external instanceof List<?> names && (type == FieldType.TAGS || type == FieldType.MULTI_CHOICE)) {
            return String.join(", ", names.stream().map(String::valueOf).toList());
        }
        if (external instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return external instanceof List ? JsonTree.write(external) : external.toString();
    }
}
