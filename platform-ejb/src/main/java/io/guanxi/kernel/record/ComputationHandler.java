package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.CustomFields;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the fields of records of an object anew: of all, after the definition of one of them was made or changed, or of
 * those that point to some others, after what formulas read there has changed.
 */
@ApplicationScoped
public class ComputationHandler implements JobHandler {

    private static final int CHUNK = 200;
    private static final String BY = "by";
    private static final String TO = "to";
    private static final String END = "end";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private CustomFields customs;

    @Inject
    private ComputedRecords records;

    /**
     * A job for the records that point to others.
     *
     * @param reference the field with which they do
     * @param to        ids of those others
     */
    static JobRequest behind(ObjectDescriptor object, FieldDescriptor reference, Collection<Long> to) {
        List<String> ids = to.stream().sorted().map(RecordId::format).toList();
        String settings = JsonTree.write(Map.of(BY, reference.name(), TO, ids));
        return new JobRequest(FieldDefinitions.RECOMPUTE, object.name(), settings, null, reference.name(), false);
    }

    @Override
    public String type() {
        return FieldDefinitions.RECOMPUTE;
    }

    @Override
    public JobWork open(Job job) {
        // The job may have come to this node before the news of the change did.
        customs.refresh();
        ObjectDescriptor object = objects.require(job.object());
        Map<String, Object> settings = JsonTree.readObject(job.settings());
        if (settings.get(BY) == null) {
            return new Work(object, job.position());
        }
        List<Long> to = ((List<?>) settings.get(TO))
                .stream().map(id -> RecordId.parse((String) id).orElseThrow()).toList();
        return new Pointing(object, object.find((String) settings.get(BY)), to, job.bookmark());
    }

    /** Goes through the records by the cursor of their list. */
    private final class Pointing implements JobWork {

        private final ObjectDescriptor object;
        private final Optional<FieldDescriptor> reference;
        private final List<Long> to;
        private Optional<String> next;
        private List<Long> chunk = List.of();

        /**
         * @param reference empty when it has been taken away since
         * @param bookmark  null to begin
         */
        Pointing(ObjectDescriptor object, Optional<FieldDescriptor> reference, List<Long> to, String bookmark) {
            this.object = object;
            this.reference = reference;
            this.to = to;
            this.next = Optional.of(bookmark == null ? "" : bookmark);
        }

        @Override
        public long count(Runnable alive) {
            return reference
                    .map(field -> records.countPointing(object, field, to))
                    .orElse(0L);
        }

        @Override
        public boolean next() {
            if (reference.isEmpty() || next.isEmpty() || next.get().equals(END)) {
                return false;
            }
            ComputedRecords.Page page = records.pointing(object, reference.get(), to, next.get());
            chunk = page.ids();
            next = page.next();
            return !chunk.isEmpty();
        }

        @Override
        public Tally run() {
            return records.compute(object, chunk);
        }

        @Override
        public void note(Job job) {
            job.bookmark(next.orElse(END));
        }

        @Override
        public void close() {
            chunk = List.of();
        }
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
