package io.guanxi.kernel.search;

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

/** Keeps the search words of the records of one batch, in the transaction that writes them. */
public final class SearchIndex {

    private static final String INSERT =
            "INSERT INTO search_term (tenant_id, object, term, record_id) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM search_term WHERE tenant_id = ? AND object = ? AND record_id = ?";

    private final SqlGateway sql;
    private final Map<Indexed, Set<String>> added = new LinkedHashMap<>();
    private final Set<Indexed> removed = new LinkedHashSet<>();

    /** One record; in a batch it may be made and changed again, and its last words count. */
    private record Indexed(String object, long id) {}

    public SearchIndex(SqlGateway sql) {
        this.sql = sql;
    }

    /** Whether a change of these fields changes the words. */
    public boolean concerns(ObjectDescriptor object, Set<String> changed) {
        return object.fields().values().stream()
                .filter(FieldDescriptor::searchable)
                .anyMatch(f -> changed.contains(f.name())
                        || f.derivation().map(changed::contains).orElse(f.readOnly()));
    }

    /** Words of a new record; written by {@link #flush()}. */
    public void add(ObjectDescriptor object, long id, Function<String, Object> values) {
        Set<String> terms = new LinkedHashSet<>();
        object.fields().values().stream().filter(FieldDescriptor::searchable).forEach(field -> {
            Object value = values.apply(field.name());
            if (value != null) {
                terms.addAll(SearchTerms.of(field.type(), value.toString()));
            }
        });
        added.put(new Indexed(object.name(), id), terms);
    }

    /** Words of a changed record in place of its old ones. */
    public void replace(ObjectDescriptor object, long id, Function<String, Object> values) {
        removed.add(new Indexed(object.name(), id));
        add(object, id, values);
    }

    public void flush() {
        sql.batch(
                DELETE,
                removed.stream()
                        .map(record -> new Object[] {record.object(), record.id()})
                        .toList());
        List<Object[]> rows = new ArrayList<>();
        added.forEach((record, terms) ->
                terms.forEach(term -> rows.add(new Object[] {record.object(), term, record.id()})));
        sql.batch(INSERT, rows);
        removed.clear();
        added.clear();
    }
}
