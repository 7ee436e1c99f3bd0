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
 * @param undoes      the job that this one takes back; null for others
 * @param undoneBy    the job that takes this one back; null when none does
 * @param undoUntil   until when it may be taken back; null when there is nothing to take back
 * @param hasResult   whether it has made a file that can be fetched
 * @param dryRun      whether it tries what it would do and keeps nothing
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
        Instant finishedAt,
        String undoes,
        String undoneBy,
        Instant undoUntil,
        boolean hasResult,
        boolean dryRun) {

    /** What the sentence for the failure mentions. */
    public List<Object> failureArguments() {
        return failureArgs == null ? List.of() : JsonTree.readArray(failureArgs);
    }

    /** Whether somebody may still ask for it to be taken back. */
    public boolean isUndoOffered() {
        return undoUntil != null && undoneBy == null && Instant.now().isBefore(undoUntil);
    }

    /** How much is done, 0–100; 0 while the work is not counted yet. */
    public int percent() {
        return total == null || total == 0
                ? (status.isFinal() ? 100 : 0)
                : (int) Math.min(100, processed * 100 / total);
    }
}
