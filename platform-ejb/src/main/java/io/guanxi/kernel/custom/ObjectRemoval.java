package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Erases the records of an object that an admin has taken away, a chunk at a time. */
@ApplicationScoped
public class ObjectRemoval implements JobHandler {

    static final String TYPE = "object-removal";

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectErasure erasure;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        access.require(Feature.CUSTOMISE);
        Map<String, Object> settings = JsonTree.readObject(job.settings());
        return new Removal(
                RecordId.parse((String) settings.get("id")).orElseThrow(), job.object(), (String) settings.get("path"));
    }

    private final class Removal implements JobWork {

        private final long object;
        private final String name;
        private final String path;
        private List<Long> chunk = List.of();

        Removal(long object, String name, String path) {
            this.object = object;
            this.name = name;
            this.path = path;
        }

        @Override
        public long count(Runnable alive) {
            return erasure.count(object);
        }

        @Override
        public boolean next() {
            chunk = erasure.next(object);
            return !chunk.isEmpty() || erasure.isLeft(object);
        }

        @Override
        public Tally run() {
            if (chunk.isEmpty()) {
                erasure.finish(object, name, path);
            } else {
                erasure.erase(name, path, chunk);
            }
            return new Tally(chunk.size(), 0, chunk.size(), 0, 0);
        }

        @Override
        public void close() {
            chunk = List.of();
        }
    }
}
