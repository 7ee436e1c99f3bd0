package io.guanxi.kernel.cleansing;

import java.util.Locale;

/** What may be wrong with a record. */
public enum FindingKind {
    /** Another record seems to mean the same; a person merges them. */
    DUPLICATE,
    /** A mail address that is none. */
    EMAIL,
    /** A phone number that cannot exist, or is not in the form that records keep. */
    PHONE,
    /** A mandatory field is empty, because it became mandatory later. */
    MISSING,
    /** Nothing has happened to the record, nor to anything that points to it, for longer than the company waits. */
    STALE;

    /** As it stands in addresses, in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
