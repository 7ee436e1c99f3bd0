package io.guanxi.kernel.custom;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.SortKeys;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * What lists compare and sort the value of a tenant's own field by.
 *
 * @param sortKey ASCII text whose byte order is the order of the values
 * @param text    the value, when it is a text; null otherwise
 */
public record IndexedValue(String sortKey, String text) {

    /** Amounts have nineteen digits and instants in microseconds seventeen, four more stand behind the point. */
    private static final int DIGITS = 25;

    private static final BigInteger OFFSET = BigInteger.TEN.pow(DIGITS - 1);
    private static final int SCALE = 4;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    /** Whether lists can compare values of the type. */
    public static boolean isKept(FieldType type) {
        return !type.isProse() && !type.isList() && type != FieldType.TAGS;
    }

    /** Whether lists can be sorted by values of the type, since there is one in each record at most. */
    public static boolean isSortable(FieldType type) {
        return isKept(type) && type != FieldType.MULTI_CHOICE;
    }

    /**
     * Everything that a record is found by.
     *
     * @param attribute of the class that records keep the type in; not null
     */
    static List<IndexedValue> all(FieldType type, Object attribute) {
        return type == FieldType.MULTI_CHOICE
                ? ((List<?>) attribute)
                        .stream().map(choice -> of(FieldType.CHOICE, choice)).toList()
                : List.of(of(type, attribute));
    }

    /**
     * @param attribute of the class that records keep the type in; not null
     */
    public static IndexedValue of(FieldType type, Object attribute) {
        return switch (type) {
            case INTEGER -> number(BigDecimal.valueOf((Integer) attribute));
            case DECIMAL, PERCENT, MONEY -> number((BigDecimal) attribute);
            case DATE -> number(BigDecimal.valueOf(((LocalDate) attribute).toEpochDay()));
            case INSTANT -> number(BigDecimal.valueOf(micros((Instant) attribute)));
            case TIME -> number(BigDecimal.valueOf(((LocalTime) attribute).toSecondOfDay()));
            case BOOLEAN -> new IndexedValue((Boolean) attribute ? "1" : "0", null);
            case REFERENCE, MEMBER -> new IndexedValue(RecordId.format((Long) attribute), null);
            default -> new IndexedValue(SortKeys.of((String) attribute), (String) attribute);
        };
    }

    /** What must differ in the values of a unique field; texts differ in more than case. */
    public String unique() {
        return text == null ? sortKey : text.toLowerCase(Locale.ROOT);
    }

    private static IndexedValue number(BigDecimal number) {
        BigInteger shifted =
                number.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().add(OFFSET);
        String digits = shifted.toString();
        return new IndexedValue("0".repeat(DIGITS - digits.length()) + digits, null);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / NANOS_OF_MICRO;
    }
}
