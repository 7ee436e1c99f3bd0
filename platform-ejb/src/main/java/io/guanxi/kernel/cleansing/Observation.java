package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.json.JsonTree;
import java.time.Instant;
import java.util.Arrays;

/**
 * Something wrong with a record as it is.
 *
 * @param field    name of the field concerned; empty for the record as a whole
 * @param found    what is there: the text that is wrong, the time of the last change of a stale record; null for nothing
 * @param proposal value that would be right, in its external form, or {@link #ARCHIVE}; null when nobody but a person knows
 * @param touchedAt when anything that points to a stale record was last changed; null for never
 * @param touchedBy name of the object of that
 */
record Observation(
        FindingKind kind,
        long record,
        String field,
        Object found,
        Object proposal,
        Instant touchedAt,
        String touchedBy) {

    /** The proposal for stale records. */
    static final String ARCHIVE = "archive";

    /** What makes two observations of a record the same, whenever they were made. */
    Sameness sameness(String object) {
        return new Sameness(kind, object, record, field, stored(found));
    }

    record Sameness(FindingKind kind, String object, long record, String field, String found) {}

    /** A value as the database keeps it; null for null. */
    static String stored(Object value) {
        return value == null ? null : JsonTree.write(Arrays.asList(value));
    }

    static Object read(String stored) {
        return stored == null ? null : JsonTree.readArray(stored).get(0);
    }
}
