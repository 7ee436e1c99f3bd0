package io.guanxi.kernel.event;

import io.guanxi.kernel.database.SqlGateway;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps the events of one batch, in the transaction that writes its records. */
public final class EventLog {

    private static final String INSERT =
            "INSERT INTO record_event (tenant_id, object, record_id, kind, made_at) VALUES (?, ?, ?, ?, ?)";

    private final SqlGateway sql;
    private final List<Object[]> rows = new ArrayList<>();

    public EventLog(SqlGateway sql) {
        this.sql = sql;
    }

    /** Remembers an event; written by {@link #flush()}. */
    public void add(String object, long record, RecordEvent.Kind kind) {
        rows.add(new Object[] {object, record, kind.name(), LocalDateTime.now(ZoneOffset.UTC)});
    }

    public void flush() {
        sql.batch(INSERT, rows);
        rows.clear();
    }
}
