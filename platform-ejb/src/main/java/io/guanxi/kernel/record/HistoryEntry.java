package io.guanxi.kernel.record;

import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.query.Choice;
import java.time.Instant;
import java.util.List;

/**
 * One change of one record.
 *
 * @param id      opaque, also the cursor of what is older
 * @param action  what happened
 * @param at      when
 * @param by      name of who did it, as it was then
 * @param byKind  person, client or the product itself
 * @param changes fields that changed; empty for anything that leaves them alone
 * @param others  records it was merged with, or parted from; empty for other actions
 */
public record HistoryEntry(
        String id, Action action, Instant at, String by, String byKind, List<Change> changes, List<Choice> others) {

    /** Member of the stored changes that names other records; no field is called so. */
    static final String OTHERS = "$others";

    /** In the place of the values of sensitive fields. */
    public static final String MASK = "•••";

    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        RESTORED,
        /** Put aside, out of lists. */
        ARCHIVED,
        /** Back from the archive. */
        UNARCHIVED,
        /** Others were merged into the record, or it into another. */
        MERGED,
        /** A merge was undone. */
        UNMERGED;

        /** What those who follow records are told: they read what has become of them. */
        RecordEvent.Kind event() {
            return switch (this) {
                case CREATED -> RecordEvent.Kind.CREATED;
                case DELETED -> RecordEvent.Kind.DELETED;
                case RESTORED -> RecordEvent.Kind.RESTORED;
                case UPDATED, ARCHIVED, UNARCHIVED, MERGED, UNMERGED -> RecordEvent.Kind.UPDATED;
            };
        }
    }

    /**
     * @param before external form before; null when it was empty
     * @param after  external form after; null when it became empty
     * @param beforeLabel name of a referenced record or member before; null otherwise
     * @param afterLabel  name after
     */
    public record Change(String field, Object before, Object after, String beforeLabel, String afterLabel) {}
}
