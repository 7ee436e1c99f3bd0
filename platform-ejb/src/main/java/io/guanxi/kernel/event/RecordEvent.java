package io.guanxi.kernel.event;

/**
 * Something that happened to a record. What it is like now is read from the record itself, which may have changed again.
 *
 * @param position where it stands in the feed; later ones are higher, but may become visible before earlier ones
 * @param tenantId whose record
 * @param object   name of its object
 * @param recordId the record
 * @param kind     what happened
 */
public record RecordEvent(long position, int tenantId, String object, long recordId, Kind kind) {

    public enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        RESTORED
    }
}
