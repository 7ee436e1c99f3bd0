package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of a tenant's own fields in one record, as they are kept: JSON by the id of the field's definition. Values of
 * fields that are gone stay where they are and are seen by nobody.
 */
final class CustomValues {

    /** Ends the key of the currency beside an amount. */
    private static final String CURRENCY = "$";

    private final Map<String, Object> kept;

    private CustomValues(Map<String, Object> kept) {
        this.kept = kept;
    }

    /**
     * @param json as {@link #json()} gives it; null for no values
     */
    static CustomValues read(String json) {
        return new CustomValues(json == null ? new LinkedHashMap<>() : new LinkedHashMap<>(JsonTree.readObject(json)));
    }

    /** JSON; null when there is no value at all. */
    String json() {
        return kept.isEmpty() ? null : JsonTree.write(kept);
    }

    /** What values are kept under; other keys, such as those of currencies, may be among them. */
    Set<String> keys() {
        return kept.keySet();
    }

    /** Attribute value of a field, of the class that {@link FieldCodec} works with. */
    Object get(FieldDescriptor field) {
        Object value = kept.get(key(field));
        return value == null ? null : attribute(field.type(), value);
    }

    String currency(FieldDescriptor money) {
        return (String) kept.get(key(money) + CURRENCY);
    }

    void set(FieldDescriptor field, Object attribute) {
        keep(key(field), attribute == null ? null : stored(field.type(), attribute));
    }

    void currency(FieldDescriptor money, Object code) {
        keep(key(money) + CURRENCY, code);
    }

    private void keep(String key, Object value) {
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    /** What the value of a field is kept under. */
    static String key(FieldDescriptor field) {
        return RecordId.format(field.custom().id());
    }

    private static Object attribute(FieldType type, Object value) {
        return switch (type) {
            case INTEGER -> ((Number) value).intValue();
            case DECIMAL, PERCENT, MONEY -> new BigDecimal(value.toString()).setScale(4, RoundingMode.UNNECESSARY);
            case DATE -> LocalDate.parse((String) value);
            case INSTANT -> Instant.parse((String) value);
            case TIME -> LocalTime.parse((String) value);
            case REFERENCE, MEMBER -> RecordId.parse((String) value).orElseThrow();
            default -> value;
        };
    }

    private static Object stored(FieldType type, Object attribute) {
        return switch (type) {
            case DECIMAL, PERCENT, MONEY ->
                ((BigDecimal) attribute).stripTrailingZeros().toPlainString();
            case DATE, INSTANT, TIME -> attribute.toString();
            case REFERENCE, MEMBER -> RecordId.format((Long) attribute);
            default -> attribute;
        };
    }
}
