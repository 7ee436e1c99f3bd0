package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.CustomFields;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Computes the fields of all records of an object anew, after the definition of one of them was made or changed. */
@ApplicationScoped
public class ComputationHandler implements JobHandler {

    private static final int CHUNK = 200;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private CustomFields customs;

    @Inject
    private ComputedRecords records;

    @Override
    public String type() {
        return FieldDefinitions.RECOMPUTE;
    }

    @Override
    public JobWork open(Job job) {
        // The job may have come to this node before the news of the change did.
        customs.refresh();
        return new Work(objects.require(job.object()), job.position());
    }

    /** Goes through the records by id; those made meanwhile have larger ones, and are right from the start. */
    private final class Work implements JobWork {

        private final ObjectDescriptor object;
        private long last;
        private List<Long> chunk = List.of();

        Work(ObjectDescriptor object, long done) {
            this.object = object;
            this.last = records.idAt(object, done);
        }

        @Override
        public long count(Runnable alive) {
            return records.count(object);
        }

        @Override
        public boolean next() {
            chunk = records.idsAfter(object, last, CHUNK);
            if (!chunk.isEmpty()) {
                last = chunk.get(chunk.size() - 1);
            }
            return !chunk.isEmpty();
        }

        @Override
        public Tally run() {
            return records.compute(object, chunk);
        }

        @Override
        public void close() {
            chunk = List.of();
        }
    }
}
