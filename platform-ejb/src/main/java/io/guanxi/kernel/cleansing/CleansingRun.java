package io.guanxi.kernel.cleansing;

import java.time.Instant;
import java.util.Map;

/**
 * One look through all records.
 *
 * @param job        the job that looks
 * @param finishedAt null while it is looking, and when it was broken off
 * @param planned    it was due, and nobody asked for it
 * @param counts     findings by kind and status; those that there are none of are absent
 */
public record CleansingRun(
        String id,
        String job,
        Instant startedAt,
        Instant finishedAt,
        String startedBy,
        boolean planned,
        Map<FindingKind, Map<FindingStatus, Long>> counts) {

    public long count(FindingKind kind, FindingStatus status) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(status, 0L);
    }

    /** All findings of a kind, whatever has become of them. */
    public long count(FindingKind kind) {
        return counts.getOrDefault(kind, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
