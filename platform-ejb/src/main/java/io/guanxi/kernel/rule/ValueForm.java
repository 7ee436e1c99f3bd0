package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The kinds of value in rules: their type for the checker, and how the external form of a field becomes one.
 *
 * <p>Decimals take the place of CEL's {@code double}, which is a {@link BigDecimal} here and nothing else; there is no
 * binary floating number in the language.
 */
enum ValueForm {
    TEXT(Kinds.TEXT),
    INTEGER(Kinds.INT),
    DECIMAL(Kinds.DECIMAL),
    MONEY(Kinds.MONEY),
    BOOLEAN(Kinds.BOOL),
    DATE(Kinds.DATE),
    INSTANT(Kinds.INSTANT),
    TEXTS(Kinds.TEXTS),
    LIST(SimpleType.DYN),
    RECORD(SimpleType.DYN);

    private final CelType type;

    ValueForm(CelType type) {
        this.type = type;
    }

    /** Meaningless for lists and records, whose members say their type. */
    CelType type() {
        return type;
    }

    static ValueForm of(FieldType type) {
        return switch (type) {
            case INTEGER -> INTEGER;
            case DECIMAL, PERCENT -> DECIMAL;
            case MONEY -> MONEY;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case INSTANT -> INSTANT;
            case TAGS, MULTI_CHOICE -> TEXTS;
            default -> TEXT;
        };
    }

    Object absent(RecordShape members) {
        return switch (this) {
            case MONEY -> MoneyValue.NONE;
            case LIST, TEXTS -> List.of();
            case RECORD -> new RecordValue(members, null);
            default -> Absent.VALUE;
        };
    }

    /**
     * @param raw external form or the plain Java value of the kind; not null
     * @throws RuleFault when it is neither
     */
    Object read(Object raw, RecordShape members) {
        try {
            return switch (this) {
                case TEXT -> raw instanceof String ? raw : raw.toString();
                case INTEGER -> integer(raw);
                case DECIMAL -> decimal(raw);
                case MONEY -> money(raw);
                case BOOLEAN -> (Boolean) raw;
                case DATE -> raw instanceof LocalDate ? raw : LocalDate.parse((String) raw);
                case INSTANT ->
                    raw instanceof Instant
                            ? raw
                            : OffsetDateTime.parse((String) raw).toInstant();
                case TEXTS -> ((List<?>) raw).stream().map(Object::toString).toList();
                case LIST -> elements((List<?>) raw, members);
                case RECORD -> new RecordValue(members, RecordValue.members(raw));
            };
        } catch (ClassCastException | NumberFormatException | ArithmeticException | DateTimeException e) {
            throw new RuleFault("rule.invalidValue", String.valueOf(raw));
        }
    }

    private static Long integer(Object raw) {
        if (raw instanceof Long number) {
            return number;
        }
        return raw instanceof Integer number
                ? Long.valueOf(number)
                : (Long) decimal(raw).longValueExact();
    }

    private static BigDecimal decimal(Object raw) {
        if (raw instanceof BigDecimal number) {
            return Decimals.bounded(number);
        }
        if (raw instanceof Long || raw instanceof Integer) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        }
        return Decimals.parse(raw.toString());
    }

    private static MoneyValue money(Object raw) {
        Map<?, ?> money = (Map<?, ?>) raw;
        Object amount = money.get(MoneyValue.AMOUNT);
        Object currency = money.get(MoneyValue.CURRENCY);
        return amount == null || currency == null
                ? MoneyValue.NONE
                : new MoneyValue(decimal(amount), currency.toString());
    }

    private static List<Object> elements(List<?> raw, RecordShape members) {
        List<Object> elements = new ArrayList<>(raw.size());
        raw.forEach(element -> elements.add(new RecordValue(members, RecordValue.members(element))));
        return elements;
    }
}
