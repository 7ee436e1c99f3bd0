package io.guanxi.kernel.custom;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Keeps what lists compare of the records of one batch, in the transaction that writes them. */
public final class CustomIndex {

    private static final String DELETE = "DELETE FROM custom_value WHERE tenant_id = ? AND record_id = ?";
    private static final String INSERT = "INSERT INTO custom_value"
            + " (tenant_id, record_id, field_id, position, sort_key, text_value, unique_value)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final SqlGateway sql;
    private final Map<Long, List<Object[]>> rows = new LinkedHashMap<>();
    private final Set<Long> replaced = new LinkedHashSet<>();

    public CustomIndex(SqlGateway sql) {
        this.sql = sql;
    }

    /**
     * The values of a record in place of those it had; written by {@link #flush()}.
     *
     * @param live       whether it holds its unique values against others
     * @param attributes gives the value of an attribute by name
     */
    public void replace(ObjectDescriptor object, long record, boolean live, Function<String, Object> attributes) {
        if (object.fields().values().stream().anyMatch(FieldDescriptor::isCustom)) {
            replaced.add(record);
            add(object, record, live, attributes);
        }
    }

    /** The values of a new record, which has nothing to be deleted before. */
    public void add(ObjectDescriptor object, long record, boolean live, Function<String, Object> attributes) {
        List<Object[]> values = new ArrayList<>();
        for (FieldDescriptor field : object.fields().values()) {
            if (field.isCustom() && IndexedValue.isKept(field.type())) {
                Object value = attributes.apply(field.name());
                if (value != null) {
                    List<IndexedValue> all = IndexedValue.all(field.type(), value);
                    for (int position = 0; position < all.size(); position++) {
                        values.add(row(field, record, live, position, all.get(position)));
                    }
                }
            }
        }
        rows.put(record, values);
    }

    private static Object[] row(FieldDescriptor field, long record, boolean live, int position, IndexedValue value) {
        return new Object[] {
            record,
            field.custom().id(),
            position,
            value.sortKey(),
            value.text(),
            field.unique() && live ? value.unique() : null
        };
    }

    public void flush() {
        sql.batch(DELETE, replaced.stream().map(id -> new Object[] {id}).toList());
        sql.batch(INSERT, rows.values().stream().flatMap(List::stream).toList());
        rows.clear();
        replaced.clear();
    }
}
