package io.guanxi.kernel.record;

import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry.Action;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Tells of the writes of one batch: in the history of records, in the feed of events, and to those who follow. */
final class WriteLog {

    private final HistoryLog history;
    private final EventLog events;
    private final List<WriteFollower.Following> followers;
    private Instant at;
    private Long job;

    WriteLog(HistoryLog history, EventLog events, List<WriteFollower.Following> followers) {
        this.history = history;
        this.events = events;
        this.followers = followers;
    }

    /** From now on writes carry this time, which is past; null for the real one. */
    void at(Instant time) {
        at = time;
    }

    /** From now on writes are marked as a job's, so that they can be taken back. */
    void inJob(long id) {
        job = id;
    }

    /** The time that a write carries. The database keeps microseconds; what is answered must be what is read later. */
    Instant now() {
        return at != null ? at : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Records are about to be made; a follower may refuse. */
    void expect(ObjectDescriptor object, int more) {
        followers.forEach(follower -> follower.expect(object, more));
    }

    /**
     * A record is written.
     *
     * @param changes lists of the external forms before and after by field
     */
    void add(ObjectDescriptor object, CrmRecord entity, Action action, Map<String, Object> changes) {
        events.add(object.name(), entity.id(), action.event());
        note(object, entity, action, changes);
        followers.forEach(
                follower -> follower.wrote(object, entity, action, changes, () -> RecordBatch.values(object, entity)));
    }

    /** A line of history that is no write by itself. */
    void note(ObjectDescriptor object, CrmRecord entity, Action action, Map<String, Object> changes) {
        history.add(object.name(), entity, action, now(), changes.isEmpty() ? null : JsonTree.write(changes), job);
    }

    /** What the product works out about a record is another; of no interest to its history. */
    void recomputed(ObjectDescriptor object, CrmRecord entity) {
        events.add(object.name(), entity.id(), RecordEvent.Kind.UPDATED);
    }

    /** All records of the batch are with the database. */
    void flush() {
        history.flush();
        events.flush();
        followers.forEach(WriteFollower.Following::flush);
    }
}
