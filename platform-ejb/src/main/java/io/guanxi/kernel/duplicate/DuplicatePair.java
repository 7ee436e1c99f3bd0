package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.record.RecordView;
import java.time.Instant;

/**
 * Two live records that a scan took for one.
 *
 * @param id     opaque
 * @param first  the older of the two
 * @param second the younger
 * @param score  how likely, and why, when the scan looked
 */
public record DuplicatePair(
        String id, RecordView first, RecordView second, Score score, Status status, Instant foundAt, String decidedBy) {

    /** What has become of a pair. */
    public enum Status {
        /** Nobody has decided. */
        OPEN,
        /** Somebody said that the two are two; no scan asks again. */
        DISMISSED
    }
}
