package io.guanxi.kernel.audit;

import io.guanxi.kernel.id.RecordId;
import java.util.ArrayList;
import java.util.List;

/** The SQL of a filter for one of the two tables, with the tenant as the first parameter. */
final class AuditQuery {

    private final StringBuilder where = new StringBuilder(" WHERE tenant_id = ? AND id < ? AND id >= ?");
    private final List<Object> values = new ArrayList<>();
    private final Member.Source source;

    private AuditQuery(Member.Source source, long below, long from) {
        this.source = source;
        values.add(below);
        values.add(from);
    }

    /** Entries with ids below one and from another on. */
    static AuditQuery of(Member.Source source, AuditFilter filter, long below, long from) {
        AuditQuery query = new AuditQuery(source, below, from);
        boolean isRecords = source == Member.Source.RECORD_CHANGE;
        filter.area().ifPresent(area -> query.and("area = ?", area.name()));
        if (!filter.object().isEmpty()) {
            query.and("object = ?", filter.object());
        }
        if (!filter.record().isEmpty()) {
            query.and("record_id = ?", RecordId.parse(filter.record()).orElse(0));
        }
        if (filter.person().equals(AuditFilter.PRODUCT)) {
            query.and("made_by_kind = ?", "SYSTEM");
        } else if (!filter.person().isEmpty()) {
            query.and("made_by = ?", RecordId.parse(filter.person()).orElse(-1));
        }
        if (!filter.trace().isEmpty()) {
            query.and("trace_id = ?", filter.trace());
        }
        if (!filter.text().isEmpty()) {
            String like =
                    "%" + filter.text().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            query.where.append(" AND (changes LIKE ? ESCAPE '!' OR made_by_name LIKE ? ESCAPE '!'");
            query.values.addAll(List.of(like, like));
            if (!isRecords) {
                query.where.append(" OR title LIKE ? ESCAPE '!' OR subject LIKE ? ESCAPE '!'");
                query.values.addAll(List.of(like, like));
            }
            query.where.append(")");
        }
        return query;
    }

    private void and(String condition, Object value) {
        where.append(" AND ").append(condition);
        values.add(value);
    }

    String sql(String columns, String tail) {
        return "SELECT " + columns + " FROM " + source.table() + where + " ORDER BY id DESC LIMIT " + tail;
    }

    Object[] values() {
        return values.toArray();
    }
}
