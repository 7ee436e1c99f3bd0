package io.guanxi.kernel.record;

import io.guanxi.kernel.error.FieldError;
import java.util.List;

/**
 * What became of one change that was to be taken back.
 *
 * @param kind   what was done
 * @param object name of the record's object
 * @param id     the record, as callers know it
 * @param title  what the record is called; empty when it is gone
 * @param errors why it stays as it is, or which of its fields do; empty when all went back
 */
public record UndoneChange(Kind kind, String object, String id, String title, List<FieldError> errors) {

    /** How far a record went back. */
    public enum Kind {
        /** It had been made by the job and is no longer there. */
        REMOVED,
        /** It has the values it had before. */
        REVERTED,
        /** Somebody has changed or used it since, so that it stays as it is. */
        KEPT,
        /** Some or all of its values cannot go back. */
        FAILED,
        /** There is nothing to do: a later change of the same record tells, or it went back before. */
        SETTLED
    }
}
