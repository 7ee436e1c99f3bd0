package io.guanxi.kernel.tag;

import io.guanxi.kernel.database.SqlGateway;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the rows that lists find tagged records by, in the transaction that writes the records. */
public final class TagAssignments {

    private static final String INSERT =
            "INSERT INTO record_tag (tenant_id, object, tag_id, record_id) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM record_tag WHERE tenant_id = ? AND object = ? AND record_id = ?";

    private final SqlGateway sql;
    private final Map<Tagged, Collection<Long>> added = new LinkedHashMap<>();
    private final Set<Tagged> removed = new LinkedHashSet<>();

    /** One record; in a batch it may be tagged again and again, and its last tags count. */
    private record Tagged(String object, long id) {}

    public TagAssignments(SqlGateway sql) {
        this.sql = sql;
    }

    /** Tags of a new record; written by {@link #flush()}. */
    public void add(String object, long record, Collection<Long> tags) {
        added.put(new Tagged(object, record), new LinkedHashSet<>(tags));
    }

    /** Tags of a changed record in place of its old ones. */
    public void replace(String object, long record, Collection<Long> tags) {
        removed.add(new Tagged(object, record));
        add(object, record, tags);
    }

    /** Sends the rows; the tags themselves must be there before. */
    public void flush() {
        sql.batch(
                DELETE,
                removed.stream()
                        .map(record -> new Object[] {record.object(), record.id()})
                        .toList());
        List<Object[]> rows = new ArrayList<>();
        added.forEach((record, tags) ->
                tags.forEach(tag -> rows.add(new Object[] {record.object(), tag, record.id()})));
        sql.batch(INSERT, rows);
        removed.clear();
        added.clear();
    }
}
