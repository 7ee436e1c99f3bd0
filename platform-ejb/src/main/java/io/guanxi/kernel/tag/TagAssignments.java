package io.guanxi.kernel.tag;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the rows that lists find tagged records by, and that tell who or what has set a tag, in the transaction that writes
 * the records. A tag that stays keeps its row.
 */
public final class TagAssignments {

    /** Most tags of a record. */
    public static final int MOST = 50;

    private static final String INSERT =
            "INSERT INTO record_tag (tenant_id, object, tag_id, record_id, by_rule, set_at, set_by_name)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE tag_id = VALUES(tag_id)";
    private static final String DELETE = "DELETE FROM record_tag WHERE tenant_id = ? AND object = ? AND record_id = ?"
            + " AND tag_id NOT IN (" + String.join(", ", Collections.nCopies(MOST, "?")) + ")";

    private final SqlGateway sql;
    private final Map<Tagged, Collection<Long>> added = new LinkedHashMap<>();
    private final Set<Tagged> removed = new LinkedHashSet<>();
    private boolean byRule;

    /** One record; in a batch it may be tagged again and again, and its last tags count. */
    private record Tagged(String object, long id) {}

    public TagAssignments(SqlGateway sql) {
        this.sql = sql;
    }

    /** From now on tags are set by rules. */
    public void byRule() {
        byRule = true;
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
        if (added.isEmpty()) {
            return;
        }
        sql.batch(DELETE, removed.stream().map(this::others).toList());
        List<Object[]> rows = new ArrayList<>();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        String by = CallContext.require().name();
        added.forEach((record, tags) ->
                tags.forEach(tag -> rows.add(new Object[] {record.object(), tag, record.id(), byRule, now, by})));
        sql.batch(INSERT, rows);
        removed.clear();
        added.clear();
    }

    /** One text for all: ids that no tag has fill it up. */
    private Object[] others(Tagged record) {
        Object[] values = new Object[2 + MOST];
        Arrays.fill(values, 0L);
        values[0] = record.object();
        values[1] = record.id();
        int place = 2;
        for (long tag : added.get(record).stream().limit(MOST).toList()) {
            values[place++] = tag;
        }
        return values;
    }
}
