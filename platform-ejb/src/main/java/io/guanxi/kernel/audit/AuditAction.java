package io.guanxi.kernel.audit;

import java.util.Locale;

/** What was done. */
public enum AuditAction {
    CREATED,
    CHANGED,
    REMOVED,
    /** A job was submitted, or gone on with. */
    STARTED,
    CANCELLED,
    /** A file was taken out of the product. */
    FETCHED,
    LOGGED_IN,
    LOGGED_OUT,
    LOG_IN_FAILED,
    /** A session was ended by somebody, or its time was over. */
    ENDED,
    /** Somebody asked for what is not theirs to see or do. */
    REFUSED,
    /** Entries of the audit went with what they were about. */
    ERASED,
    /** Entries of the audit went when their time was over. */
    EXPIRED,
    /** All data of the company was put back to what it had been. */
    RESTORED,
    /** All data of another company, or of an installation elsewhere, was taken in. */
    IMPORTED;

    /** Name in REST. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
