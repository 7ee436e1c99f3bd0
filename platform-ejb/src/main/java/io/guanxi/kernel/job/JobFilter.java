package io.guanxi.kernel.job;

import java.util.Optional;

/**
 * Which jobs are listed.
 *
 * @param type   kind of job, such as {@code import}; empty for all
 * @param status state; empty for all
 */
public record JobFilter(Optional<String> type, Optional<JobStatus> status) {

    /** All jobs there are for the caller. */
    public static JobFilter none() {
        return new JobFilter(Optional.empty(), Optional.empty());
    }
}
