package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.util.Map;

/** Amounts of money: {@code {"amount":"1234.50","currency":"CNY"}}, both members or neither. */
public final class MoneyInput {

    private MoneyInput() {}

    static void parse(
            FieldDescriptor field, Object raw, String pointer, InputErrors errors, Map<String, Object> attributes) {
        String currencyAttribute = field.name() + "Currency";
        attributes.put(field.name(), null);
        attributes.put(currencyAttribute, null);
        if (raw == null) {
            return;
        }
        if (!(raw instanceof Map<?, ?> money)) {
            errors.add(pointer, "type.money");
            return;
        }
        money.keySet().stream()
                .filter(member -> !"amount".equals(member) && !"currency".equals(member))
                .forEach(member -> errors.add(pointer + "/" + member, "member.unknown", member));
        if (money.get("amount") == null) {
            errors.add(pointer + "/amount", "required");
        } else {
            attributes.put(field.name(), FieldCodec.decimal(money.get("amount"), pointer + "/amount", errors));
        }
        Object currency = money.get("currency");
        String code = currency instanceof String text ? TextRules.canonical(FieldType.CURRENCY, text) : null;
        if (code == null) {
            errors.add(pointer + "/currency", currency == null ? "required" : "currency.invalid");
        }
        attributes.put(currencyAttribute, code);
    }

    /** At least two digits after the point, no trailing zeros beyond. */
    public static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }
}
