package io.guanxi.kernel.cleansing;

import java.time.Instant;
import java.util.List;

/**
 * An observation that a run has kept.
 *
 * @param object name of the record's object
 * @param other  the other record of a duplicate; null for other kinds
 * @param pair   the pair of a duplicate; null for other kinds
 */
record Finding(
        long id,
        long run,
        FindingStatus status,
        String object,
        Observation what,
        Long other,
        Long pair,
        String decidedBy,
        Instant decidedAt,
        String outcome,
        List<Object> outcomeArgs) {

    Observation.Sameness sameness() {
        return what.sameness(object);
    }
}
