package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/** Looks through all records of an object for pairs that mean the same, record by record in the order of ids. */
@ApplicationScoped
public class DuplicateScan implements JobHandler {

    /** The type of job. */
    public static final String TYPE = "duplicates";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private ScanSteps steps;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        ObjectDescriptor object = objects.require(job.object());
        access.require(object, Operation.UPDATE);
        return new Scan(object, steps.idAt(object, job.position()));
    }

    private final class Scan implements JobWork {

        private final ObjectDescriptor object;
        private final Set<Long> crowded = new HashSet<>();
        private long after;
        private long done;

        Scan(ObjectDescriptor object, long after) {
            this.object = object;
            this.after = after;
            this.done = after;
        }

        @Override
        public long count(Runnable alive) {
            return steps.count(object);
        }

        @Override
        public boolean next() {
            after = done;
            return steps.isMore(object, after);
        }

        @Override
        public Tally run() {
            ScanSteps.Done chunk = steps.chunk(object, after, crowded);
            done = chunk.last();
            return chunk.tally();
        }

        @Override
        public void close() {
            crowded.clear();
        }
    }
}
