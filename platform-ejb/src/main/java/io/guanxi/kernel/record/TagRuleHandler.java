package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.CustomFields;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Asks the rules of tags about every record of an object, after one of them was made or changed, and at night. */
@ApplicationScoped
public class TagRuleHandler implements JobHandler {

    /** Name of the kind of job. */
    public static final String TYPE = "tag-rules";

    @Inject
    private TagRules rules;

    @Inject
    private RecordScan scan;

    @Inject
    private CustomFields customs;

    /** A job for all records of an object; what it sets goes with the rules, and is not taken back otherwise. */
    static JobRequest request(String object) {
        return new JobRequest(TYPE, object, "{}", null, null, false);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        // The job may have come to this node before the news of a field did.
        customs.refresh();
        return new Work(job.object(), scan.last(job.object(), job.position()));
    }

    /** All records after one. */
    private final class Work implements JobWork {

        private final String object;
        private long last;
        private List<Long> chunk = List.of();

        Work(String object, long last) {
            this.object = object;
            this.last = last;
        }

        @Override
        public long count(Runnable alive) {
            return scan.count(object);
        }

        @Override
        public boolean next() {
            chunk = scan.after(object, last, TagRules.MOST);
            if (!chunk.isEmpty()) {
                last = chunk.get(chunk.size() - 1);
            }
            return !chunk.isEmpty();
        }

        @Override
        public Tally run() {
            int changed = rules.ask(object, chunk);
            return new Tally(chunk.size(), 0, changed, chunk.size() - changed, 0);
        }

        @Override
        public void close() {
            chunk = List.of();
        }
    }
}
