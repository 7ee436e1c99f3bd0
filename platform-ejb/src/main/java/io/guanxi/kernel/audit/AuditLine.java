package io.guanxi.kernel.audit;

import io.guanxi.kernel.record.HistoryEntry.Change;
import java.time.Instant;
import java.util.List;

/**
 * One entry as admins see it.
 *
 * @param id      opaque, also the cursor of what is older
 * @param kind    {@link AuditFilter#RECORDS}, or the name of an area
 * @param action  what was done
 * @param object  name of the record's object; null for entries of the trail
 * @param subject outer id of the record, or what the thing is known by in REST
 * @param title   what people call it
 * @param by      name of who did it, as it was then
 * @param byId    outer id of who did it; null for the product itself
 * @param byKind  person, client or the product itself
 * @param acting  who really acted; null when it was who is named
 * @param channel page, API, job or the product itself; null for what was written before that was kept
 * @param address of the client; null where there is none
 * @param agent   what the client calls itself; null for changes of records
 * @param job     outer id of the job; null when none did it
 * @param changes what differs, before and after
 */
public record AuditLine(
        String id,
        String kind,
        String action,
        Instant at,
        String object,
        String subject,
        String title,
        String by,
        String byId,
        String byKind,
        String acting,
        String channel,
        String address,
        String agent,
        String job,
        String trace,
        List<Change> changes) {

    /** Whether it is a change of a record. */
    public boolean isOfRecord() {
        return object != null;
    }

    AuditLine told(String name, List<Change> worded) {
        return new AuditLine(
                id, kind, action, at, object, subject, name, by, byId, byKind, acting, channel, address, agent, job,
                trace, worded);
    }
}
