package io.guanxi.kernel.access;

import java.util.Locale;

/** What a caller wants to do with records of an object. */
public enum Operation {
    READ("read"),
    CREATE("write"),
    UPDATE("write"),
    DELETE("delete"),
    /** Taking lists away as files. */
    EXPORT("read"),
    /** Making and changing records from files. */
    IMPORT("write");

    private final String grant;

    Operation(String grant) {
        this.grant = grant;
    }

    /** Whether it makes, changes or deletes records. */
    public boolean changes() {
        return this != READ && this != EXPORT;
    }

    /** Its name in lower case, as messages are filed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Last part of the grant that a partner's client needs, such as {@code write} in {@code accounts:write}. */
    public String grant() {
        return grant;
    }
}
