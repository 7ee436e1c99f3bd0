package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Where services tell what was done beside changes of records, in the transaction that does it: who did it and where it came
 * from is known here. Of a change only what differs is kept; members whose name speaks of a secret are masked.
 */
@Stateless
@TenantBound
public class AuditTrail {

    /** Object of the events that tell of an entry; no object is called so. */
    static final String EVENT = "!audit";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TITLE = 300;

    @Inject
    private SqlGateway sql;

    /**
     * Something new.
     *
     * @param subject what it is known by in REST, such as an id
     * @param title   what people call it
     * @param after   a record or a map
     */
    public void created(AuditArea area, String subject, String title, Object after) {
        write(area, AuditAction.CREATED, subject, title, AuditValues.difference(null, after));
    }

    /** Something was changed; nothing is kept when nothing differs. */
    public void changed(AuditArea area, String subject, String title, Object before, Object after) {
        Map<String, Object> changes = AuditValues.difference(before, after);
        if (!changes.isEmpty()) {
            write(area, AuditAction.CHANGED, subject, title, changes);
        }
    }

    /** Something is gone. */
    public void removed(AuditArea area, String subject, String title, Object before) {
        write(area, AuditAction.REMOVED, subject, title, AuditValues.difference(before, null));
    }

    /**
     * Something was done that has no before: what is worth knowing of it is told by name.
     *
     * @return id of the entry
     */
    public long done(AuditArea area, AuditAction action, String subject, String title, Map<String, Object> details) {
        return write(area, action, subject, title, AuditValues.difference(null, details));
    }

    private long write(AuditArea area, AuditAction action, String subject, String title, Map<String, Object> changes) {
        Caller by = CallContext.require();
        CallOrigin from = CallOrigin.current();
        long id = RecordId.next();
        sql.update(
                "INSERT INTO audit_entry (tenant_id, id, area, action, subject, title, made_at, made_by, made_by_name,"
                        + " made_by_kind, acting, channel, address, agent, job_id, trace_id, changes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                area.name(),
                action.name(),
                shortened(subject, LONGEST_SUBJECT),
                shortened(title, LONGEST_TITLE),
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS),
                by.memberId(),
                by.name(),
                by.kind().name(),
                from.acting(),
                from.channel().name(),
                from.address(),
                from.agent(),
                from.job(),
                by.traceId(),
                changes.isEmpty() ? null : JsonTree.write(changes));
        EventLog events = new EventLog(sql);
        events.add(EVENT, id, RecordEvent.Kind.CREATED);
        events.flush();
        return id;
    }

    private static String shortened(String text, int longest) {
        String given = text == null ? "" : text;
        return given.length() <= longest ? given : given.substring(0, longest);
    }
}
