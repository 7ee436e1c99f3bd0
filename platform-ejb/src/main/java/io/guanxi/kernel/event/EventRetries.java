package io.guanxi.kernel.event;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Events that handlers failed at. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventRetries {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** An event that failed so often is kept, and not tried again. */
    static final int ATTEMPTS = 20;

    @Inject
    private SqlGateway sql;

    /** Tries them again later, each time after a longer while. */
    public void postpone(String handler, List<RecordEvent> events) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        for (RecordEvent event : events) {
            int attempts = attempts(handler, event) + 1;
            sql.updatePlatform(
                    "INSERT INTO event_retry (handler, position, tenant_id, object, record_id, kind, attempts, due_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE attempts = ?, due_at = ?",
                    handler,
                    event.position(),
                    event.tenantId(),
                    event.object(),
                    event.recordId(),
                    event.kind().name(),
                    attempts,
                    now.plus(pause(attempts)),
                    attempts,
                    now.plus(pause(attempts)));
        }
    }

    static Duration pause(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 12));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private int attempts(String handler, RecordEvent event) {
        return sql
                .queryPlatform(
                        "SELECT attempts FROM event_retry WHERE handler = ? AND position = ?",
                        row -> row.getInt(1),
                        handler,
                        event.position())
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** Those whose time has come. */
    public List<RecordEvent> due(String handler, int limit) {
        return sql.queryPlatform(
                "SELECT position, tenant_id, object, record_id, kind FROM event_retry"
                        + " WHERE handler = ? AND due_at <= ? AND attempts < " + ATTEMPTS + " ORDER BY due_at LIMIT "
                        + limit,
                row -> new RecordEvent(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4),
                        RecordEvent.Kind.valueOf(row.getString(5))),
                handler,
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** They went well at last. */
    public void done(String handler, List<RecordEvent> events) {
        events.forEach(event -> sql.updatePlatform(
                "DELETE FROM event_retry WHERE handler = ? AND position = ?", handler, event.position()));
    }
}
