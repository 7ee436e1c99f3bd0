package io.guanxi.kernel.cleansing;

import java.time.Instant;
import java.util.List;

/**
 * A finding as callers see it.
 *
 * @param object      name of the record's object
 * @param record      id of the record
 * @param title       what it is called now
 * @param other       id of the other record of a duplicate; null for other kinds
 * @param otherTitle  what that is called; null for other kinds
 * @param field       field concerned; empty for the record as a whole
 * @param found       what is there: the wrong text, the likeness of a duplicate in percent, the time of a stale record's last
 *     change; null for nothing
 * @param proposal    the value that would be put there, or {@code archive}; null when there is nothing to accept
 * @param touchedAt   when anything that points to a stale record was last changed; null for never
 * @param touchedBy   name of the object of that; null for never
 * @param decidedBy   who accepted or dismissed it; null while nobody has
 * @param outcome     code of why it was not applied; null when it was or nobody tried
 * @param outcomeArgs what the sentence for the code mentions
 */
public record FindingView(
        String id,
        FindingKind kind,
        FindingStatus status,
        String object,
        String record,
        String title,
        String other,
        String otherTitle,
        String field,
        Object found,
        Object proposal,
        Instant touchedAt,
        String touchedBy,
        String decidedBy,
        Instant decidedAt,
        String outcome,
        List<Object> outcomeArgs) {

    /** Whether accepting it would do something. */
    public boolean isAcceptable() {
        return status == FindingStatus.OPEN && proposal != null;
    }
}
