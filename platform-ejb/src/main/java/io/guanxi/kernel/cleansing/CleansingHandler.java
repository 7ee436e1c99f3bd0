package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.duplicate.ScanSteps;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through all records of all objects, object by object in the order of ids. */
@ApplicationScoped
public class CleansingHandler implements JobHandler {

    /** The type of job. */
    public static final String TYPE = "cleansing";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private CleansingSteps steps;

    @Inject
    private ScanSteps scan;

    static JobRequest request(long run) {
        return new JobRequest(TYPE, JobRequest.EVERY_OBJECT, JsonTree.write(Map.of("run", run)), null, null, false);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        access.require(Feature.CARE_FOR_DATA);
        long run = ((Number) JsonTree.readObject(job.settings()).get("run")).longValue();
        return new Work(run, phases(), job.bookmark() == null ? "" : job.bookmark());
    }

    /**
     * What is done to the records of one object, or at the end.
     *
     * @param name   orders the phases, also where a job is taken up again and objects have come or gone
     * @param object null at the end
     */
    private record Phase(String name, ObjectDescriptor object, boolean compares) {

        boolean isEnd() {
            return object == null;
        }
    }

    private List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        objects.all().stream().filter(ObjectDescriptor::archivable).forEach(object -> {
            phases.add(new Phase(object.name() + "/1", object, false));
            if (!object.matching().isEmpty()) {
                phases.add(new Phase(object.name() + "/2", object, true));
            }
        });
        phases.add(new Phase("~", null, false));
        phases.sort(Comparator.comparing(Phase::name));
        return phases;
    }

    /** Goes on after the phase and id that the bookmark names. */
    private final class Work implements JobWork {

        private static final char SEPARATOR = ' ';

        private final long run;
        private final List<Phase> phases;
        private final Set<Long> crowded = new HashSet<>();
        private int at;
        private long after;
        private long reached;
        private boolean isOver;

        Work(long run, List<Phase> phases, String bookmark) {
            this.run = run;
            this.phases = phases;
            int cut = bookmark.indexOf(SEPARATOR);
            String phase = cut < 0 ? "" : bookmark.substring(0, cut);
            while (phases.get(at).name().compareTo(phase) < 0) {
                at++;
            }
            if (phases.get(at).name().equals(phase)) {
                reached = Long.parseLong(bookmark.substring(cut + 1));
            }
        }

        @Override
        public long count(Runnable alive) {
            long units = 0;
            for (Phase phase : phases) {
                alive.run();
                units +=
                        phase.isEnd() ? 0 : phase.compares() ? scan.count(phase.object()) : steps.count(phase.object());
            }
            return units;
        }

        @Override
        public boolean next() {
            after = reached;
            while (!phase().isEnd() && !isMore()) {
                at++;
                after = 0;
                crowded.clear();
            }
            reached = after;
            return !isOver && !(phase().isEnd() && after > 0);
        }

        private Phase phase() {
            return phases.get(at);
        }

        private boolean isMore() {
            return phase().compares() ? scan.isMore(phase().object(), after) : steps.isMore(phase().object(), after);
        }

        @Override
        public Tally run() {
            if (phase().isEnd()) {
                steps.end(run);
                reached = 1;
                return Tally.NONE;
            }
            CleansingSteps.Done done = phase().compares()
                    ? steps.compare(run, phase().object(), after, crowded)
                    : steps.examine(run, phase().object(), after);
            reached = done.last();
            return done.tally();
        }

        @Override
        public void note(Job job) {
            job.bookmark(phase().name() + SEPARATOR + reached);
        }

        @Override
        public void close() {
            isOver = true;
        }
    }
}
