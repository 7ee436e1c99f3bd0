package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Turns external forms into attribute values and back, by field type. */
final class FieldCodec {

    /** DECIMAL(19,4): fifteen digits before the point. */
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999.9999");

    private FieldCodec() {}

    /**
     * Attribute values of a field by attribute name.
     *
     * @param raw external form, not yet trusted; null clears the field
     */
    static Map<String, Object> parse(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (field.type() == FieldType.MONEY) {
            MoneyInput.parse(field, raw, pointer, errors, attributes);
        } else if (raw == null) {
            attributes.put(field.name(), null);
        } else {
            attributes.put(field.name(), value(field, raw, pointer, errors));
        }
        return attributes;
    }

    private static Object value(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        return switch (field.type()) {
            case INTEGER -> integer(raw, pointer, errors);
            case DECIMAL, PERCENT -> decimal(raw, pointer, errors);
            case BOOLEAN -> raw instanceof Boolean ? raw : errors.add(pointer, "type.boolean");
            case DATE -> date(raw, pointer, errors);
            case INSTANT -> instant(raw, pointer, errors);
            case TIME -> time(raw, pointer, errors);
            case MULTI_CHOICE -> ChoicesInput.parse(field, raw, pointer, errors);
            case REFERENCE, MEMBER -> reference(raw, pointer, errors);
            case PHONES, EMAILS, ADDRESSES -> ListInput.parse(field, raw, pointer, errors);
            case TAGS -> TagInput.parse(raw, pointer, errors);
            default -> text(field, raw, pointer, errors);
        };
    }

    static String text(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof String given)) {
            return (String) errors.add(pointer, "type.text");
        }
        if (TextRules.hasForbidden(given, field.type().isProse())) {
            return (String) errors.add(pointer, "text.forbidden");
        }
        String text = TextRules.normalise(field.type() == FieldType.RICH_TEXT ? RichText.clean(given) : given);
        if (text == null) {
            return null;
        }
        if (field.maxLength() > 0 && text.codePointCount(0, text.length()) > field.maxLength()) {
            return (String) errors.add(pointer, "text.tooLong", field.maxLength());
        }
        if (field.type() == FieldType.CHOICE) {
            return field.options().contains(text)
                    ? text
                    : (String) errors.add(pointer, "choice.unknown", String.join(", ", field.options()));
        }
        String canonical = TextRules.canonical(field.type(), text);
        return canonical != null ? canonical : (String) errors.add(pointer, code(field.type()) + ".invalid");
    }

    private static String code(FieldType type) {
        return type == FieldType.TIME_ZONE ? "timeZone" : type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Object integer(Object raw, String pointer, InputErrors errors) {
        BigDecimal number = number(raw);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return errors.add(pointer, "type.integer");
        }
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return errors.add(pointer, "number.tooLarge", Integer.MAX_VALUE);
        }
        return number.intValue();
    }

    static BigDecimal decimal(Object raw, String pointer, InputErrors errors) {
        BigDecimal number = number(raw);
        if (number == null) {
            return (BigDecimal) errors.add(pointer, "type.decimal");
        }
        if (number.abs().compareTo(LARGEST) > 0) {
            return (BigDecimal) errors.add(pointer, "number.tooLarge", LARGEST.toPlainString());
        }
        if (number.stripTrailingZeros().scale() > 4) {
            return (BigDecimal) errors.add(pointer, "number.tooFine", 4);
        }
        return number.setScale(4, RoundingMode.UNNECESSARY);
    }

    /** Numbers, and their plain text as import and exact amounts carry it; 1e999999999 is not worth computing. */
    private static BigDecimal number(Object raw) {
        if (raw instanceof BigDecimal decimal) {
            return decimal.precision() - decimal.scale() > 40 || decimal.scale() > 40 ? null : decimal;
        }
        if (raw instanceof Long || raw instanceof Integer) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        }
        if (raw instanceof String text && text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")) {
            return new BigDecimal(text);
        }
        return null;
    }

    private static Object date(Object raw, String pointer, InputErrors errors) {
        try {
            if (raw instanceof String text && text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                return date.getYear() >= 1 ? date : errors.add(pointer, "type.date");
            }
        } catch (DateTimeException e) {
            return errors.add(pointer, "type.date");
        }
        return errors.add(pointer, "type.date");
    }

    private static Object instant(Object raw, String pointer, InputErrors errors) {
        try {
            if (raw instanceof String text) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            return errors.add(pointer, "type.instant");
        }
        return errors.add(pointer, "type.instant");
    }

    /** Seconds are the finest; noon is {@code 12:00}, whatever was sent. */
    private static Object time(Object raw, String pointer, InputErrors errors) {
        try {
            if (raw instanceof String text && text.length() <= 8) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            return errors.add(pointer, "type.time");
        }
        return errors.add(pointer, "type.time");
    }

    private static Object reference(Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof String text)) {
            return errors.add(pointer, "type.text");
        }
        OptionalLong id = RecordId.parse(text);
        return id.isPresent() ? (Object) id.getAsLong() : errors.add(pointer, "reference.unknown");
    }

    /** External forms of all fields that are not empty, by name. */
    static Map<String, Object> external(Attributes attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldDescriptor field : attributes.fields()) {
            Object value = external(field, attributes);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    /**
     * External form of a field; null when it is empty. Tags come as their ids: names are the {@link TagBook}'s.
     *
     * @param attributes gives the value of an attribute by name
     */
    static Object external(FieldDescriptor field, Function<String, Object> attributes) {
        Object value = attributes.apply(field.name());
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case MONEY -> {
                Map<String, Object> money = new LinkedHashMap<>();
                money.put("amount", MoneyInput.plain((BigDecimal) value));
                money.put("currency", attributes.apply(field.name() + "Currency"));
                yield money;
            }
            case DECIMAL, PERCENT -> ((BigDecimal) value).stripTrailingZeros();
            case DATE, TIME -> value.toString();
            case INSTANT -> ((Instant) value).toString();
            case REFERENCE, MEMBER -> RecordId.format((Long) value);
            case PHONES, EMAILS, ADDRESSES, TAGS -> JsonTree.readArray((String) value);
            default -> value;
        };
    }
}
