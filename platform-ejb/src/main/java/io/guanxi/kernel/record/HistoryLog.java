package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.HistoryEntry.Action;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the history of the records of one batch. Every write of a record has its row here and no row is ever changed, so that
 * nothing that JPA does for an entity is of use.
 */
final class HistoryLog {

    private static final String INSERT =
            "INSERT INTO record_change (tenant_id, id, object, record_id, action, made_at, made_by, made_by_name,"
                    + " made_by_kind, trace_id, changes, job_id, touched_at, touched_by, channel, address, acting)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final SqlGateway sql;
    private final List<Object[]> rows = new ArrayList<>();

    HistoryLog(SqlGateway sql) {
        this.sql = sql;
    }

    /**
     * Remembers a change of the caller's; written by {@link #flush()}.
     *
     * @param changes JSON object of {@code field → [before, after]}; null when no field changed
     * @param job     the job that made the change, which keeps what the record said of its last change before; null when none
     *                did
     */
    void add(String object, CrmRecord record, Action action, Instant at, String changes, Long job) {
        Caller by = CallContext.require();
        CallOrigin from = CallOrigin.current();
        rows.add(new Object[] {
            RecordId.next(),
            object,
            record.id(),
            action.name(),
            utc(at),
            by.memberId(),
            by.name(),
            by.kind().name(),
            by.traceId(),
            changes,
            job,
            job == null ? null : utc(record.touchedBefore()),
            job == null ? null : record.touchedBeforeBy(),
            from.channel().name(),
            from.address(),
            from.acting()
        });
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    void flush() {
        sql.batch(INSERT, rows);
        rows.clear();
    }
}
