package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.IndexedValue;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds live records by the value of a unique field of the tenant's own, many in one statement. */
final class OwnUniqueValues {

    private OwnUniqueValues() {}

    /**
     * Ids of the records that hold values, by the value as {@link #comparable} makes it.
     *
     * @param values comparable ones
     */
    static Map<String, Long> holders(EntityManager entities, FieldDescriptor field, Collection<String> values) {
        Map<String, Long> holders = new HashMap<>();
        entities.createQuery(
                        "SELECT v.uniqueValue, v.recordId FROM CustomValue v WHERE v.fieldId = :field"
                                + " AND v.uniqueValue IN :values",
                        Object[].class)
                .setParameter("field", field.custom().id())
                .setParameter("values", values)
                .getResultList()
                .forEach(row -> holders.put((String) row[0], (Long) row[1]));
        return holders;
    }

    /** What a text from outside is compared as; a text that cannot be a value of the field is like none. */
    static String comparable(FieldDescriptor field, String text) {
        if (field.type() == FieldType.INTEGER && text.matches("[+-]?\\d{1,9}")) {
            return IndexedValue.of(field.type(), Integer.valueOf(text)).unique();
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
