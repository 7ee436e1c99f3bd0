package io.guanxi.kernel.record;

import java.time.Instant;
import java.util.Map;

/**
 * Takes back what has followed from changes of a job when these are taken back, in the same transaction; every bean of this
 * type is told.
 */
public interface UndoFollower {

    /**
     * Records that are as they were before a job changed them, or are gone since it made them.
     *
     * @param object name of the object
     * @param since  by id of the record: when the job changed it first
     */
    void undone(String object, Map<Long, Instant> since);
}
