package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Applies the findings that somebody has accepted. Each says what has become of it in the transaction that applied it, so
 * that a job that is taken up again finds those that are left.
 */
@ApplicationScoped
public class CleansingApply implements JobHandler {

    /** The type of job. */
    public static final String TYPE = "cleansing-apply";

    private static final int CHUNK = 100;

    @Inject
    private AccessPolicy access;

    @Inject
    private FindingStore findings;

    @Inject
    private ApplySteps steps;

    /** What it changes can be taken back as a whole. */
    static JobRequest request() {
        return new JobRequest(TYPE, JobRequest.EVERY_OBJECT, "{}", null, null, true);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        access.require(Feature.CARE_FOR_DATA);
        return new Work(job.id(), job.position());
    }

    private final class Work implements JobWork {

        private final long job;
        private long position;
        private List<Finding> chunk = List.of();

        Work(long job, long position) {
            this.job = job;
            this.position = position;
        }

        @Override
        public long count(Runnable alive) {
            return findings.countAccepted(job);
        }

        @Override
        public boolean next() {
            position += chunk.size();
            chunk = findings.accepted(job, CHUNK);
            return !chunk.isEmpty();
        }

        @Override
        public Tally run() {
            return steps.apply(job, position, chunk);
        }

        @Override
        public void close() {
            chunk = List.of();
        }
    }
}
