package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/**
 * The records of a list that have the same value in a field.
 *
 * @param value external form; of dates and instants the month, such as {@code 2026-11}; null for records without a value
 * @param label name of the record or person that the value points to; null for other values
 * @param sums  by the name of an amount's field: what it adds up to, by currency
 */
public record RecordGroup(String value, String label, long count, Map<String, Map<String, BigDecimal>> sums) {

    /** Whether a list can be divided by the values of a field. */
    public static boolean divides(FieldDescriptor field) {
        return field.filterable()
                && switch (field.type()) {
                    case CHOICE, MEMBER, REFERENCE, BOOLEAN, COUNTRY, CURRENCY -> true;
                    // Months are told from the column, which fields of a tenant's own do not have.
                    case DATE, INSTANT -> !field.isCustom();
                    default -> false;
                };
    }

    /**
     * What tells the records of a group from the others.
     *
     * @param value as in {@link #value()}; null for records without one
     * @throws InvalidQuery when the value is none of the field's
     */
    public static Filter filter(FieldDescriptor field, String value) {
        if (value == null) {
            return Filter.compare(field.name(), Operator.IS_EMPTY);
        } else if (field.type() != FieldType.DATE && field.type() != FieldType.INSTANT) {
            return Filter.compare(field.name(), Operator.EQUAL, value);
        }
        try {
            YearMonth month = YearMonth.parse(value);
            return Filter.all(
                    Filter.compare(
                            field.name(),
                            Operator.GREATER_OR_EQUAL,
                            month.atDay(1).toString()),
                    Filter.compare(
                            field.name(),
                            Operator.LESS,
                            month.plusMonths(1).atDay(1).toString()));
        } catch (java.time.DateTimeException e) {
            throw new InvalidQuery("invalidValue", field.name(), value);
        }
    }
}
