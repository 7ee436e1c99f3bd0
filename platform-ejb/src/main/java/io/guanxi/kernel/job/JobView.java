package io.guanxi.kernel.job;

import io.guanxi.kernel.json.JsonTree;
import java.time.Instant;
import java.util.List;

/**
 * A job as callers see it.
 *
 * @param total       units of work, such as rows of a file; null until they are counted
 * @param processed   units done
 * @param failed      units that could not be done; their reasons are in the error file
 * @param failure     code of what ended the whole job; null when nothing did
 * @param failureArgs JSON array of what the sentence for the code mentions; null when there is no failure
 */
public record JobView(
        String id,
        String type,
        String object,
        JobStatus status,
        String fileName,
        Long total,
        long processed,
        long created,
        long updated,
        long skipped,
        long failed,
        String failure,
        String failureArgs,
        String submittedBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** What the sentence for the failure mentions. */
    public List<Object> failureArguments() {
        return failureArgs == null ? List.of() : JsonTree.readArray(failureArgs);
    }

    /** How much is done, 0–100; 0 while the work is not counted yet. */
    public int percent() {
        return total == null || total == 0 ? (status.isFinal() ? 100 : 0) : (int) (processed * 100 / total);
    }
}
