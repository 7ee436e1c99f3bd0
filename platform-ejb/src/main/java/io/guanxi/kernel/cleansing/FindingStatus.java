package io.guanxi.kernel.cleansing;

import java.util.Locale;

/** What has become of a finding. */
public enum FindingStatus {
    /** Nobody has decided. */
    OPEN,
    /** Somebody wants it applied; a job is about to. */
    ACCEPTED,
    /** Somebody wants the record to stay as it is; it is not proposed again until the record changes. */
    DISMISSED,
    APPLIED,
    /** It could not be applied, such as for a rule of the company. */
    REFUSED,
    /** The record is no longer as it was found; nothing was done. */
    CHANGED,
    /** It is no longer so, without the run having done anything. */
    SETTLED,
    /** A later run has taken its place. */
    EXPIRED;

    /** As it stands in addresses, in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
