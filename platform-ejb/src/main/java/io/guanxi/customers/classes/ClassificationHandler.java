package io.guanxi.customers.classes;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.customers.facts.SpendRanking;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordScan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Asks the rules of the classes about every account, some hundreds in a transaction. */
@ApplicationScoped
public class ClassificationHandler implements JobHandler {

    /** Name of the kind of job. */
    public static final String TYPE = "classification";

    @Inject
    private Classification classification;

    @Inject
    private FactKeeper facts;

    @Inject
    private RecordScan scan;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /** A job for all accounts; what it moves is told by the timeline of each, and moves again with the rules. */
    static JobRequest request() {
        return new JobRequest(TYPE, FactFields.ACCOUNT, "{}", null, null, false);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        access.require(objects.require(CustomerClasses.OBJECT), Operation.UPDATE);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Work(facts.ranking(now), scan.last(FactFields.ACCOUNT, job.position()), now);
    }

    /** All accounts after one. */
    private final class Work implements JobWork {

        private final SpendRanking ranking;
        private final Instant now;
        private long last;
        private List<Long> chunk = List.of();

        Work(SpendRanking ranking, long last, Instant now) {
            this.ranking = ranking;
            this.last = last;
            this.now = now;
        }

        @Override
        public long count(Runnable alive) {
            return scan.count(FactFields.ACCOUNT);
        }

        @Override
        public boolean next() {
            chunk = scan.after(FactFields.ACCOUNT, last, FactKeeper.MOST);
            if (chunk.isEmpty()) {
                return false;
            }
            last = chunk.get(chunk.size() - 1);
            return true;
        }

        @Override
        public Tally run() {
            return classification.classify(chunk, ranking, now);
        }

        @Override
        public void close() {
            chunk = List.of();
        }
    }
}
