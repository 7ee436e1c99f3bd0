package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.duplicate.ScanSteps;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordReader;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transactions of a run. */
@Stateless
@TenantBound
public class CleansingSteps {

    /** Records looked at in one transaction. */
    private static final int CHUNK = 200;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordReader reader;

    @Inject
    private Examiner examiner;

    @Inject
    private FindingStore findings;

    @Inject
    private RunStore runs;

    @Inject
    private Patience patience;

    @Inject
    private ScanSteps scan;

    @Inject
    private Tenants tenants;

    /**
     * A chunk that was done.
     *
     * @param last the greatest id in it
     */
    public record Done(Tally tally, long last) {}

    /** How many records in use there are. */
    public long count(ObjectDescriptor object) {
        return RecordSource.select(entities, object, Long.class, "COUNT(e.id)", RecordSource.LISTED)
                .getSingleResult();
    }

    /** Whether there are records in use beyond this id. */
    public boolean isMore(ObjectDescriptor object, long after) {
        return !ids(object, after, 1).isEmpty();
    }

    private List<Long> ids(ObjectDescriptor object, long after, int limit) {
        return RecordSource.select(
                        entities, object, Long.class, "e.id", RecordSource.LISTED + " AND e.id > :after ORDER BY e.id")
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Keeps what is wrong with the next records. */
    public Done examine(long run, ObjectDescriptor object, long after) {
        List<Long> ids = ids(object, after, CHUNK);
        List<Observation> found = observe(object, ids);
        Set<Observation.Sameness> dismissed = findings.dismissed(
                object.name(),
                found.stream().map(Observation::record).distinct().toList());
        List<Observation> kept = found.stream()
                .filter(one -> !dismissed.contains(one.sameness(object.name())))
                .toList();
        findings.keep(run, object.name(), kept);
        long last = ids.isEmpty() ? Long.MAX_VALUE : ids.get(ids.size() - 1);
        return new Done(new Tally(ids.size(), kept.size(), 0, 0, 0), last);
    }

    /** What is wrong with those of these records that are in use. */
    public List<Observation> observe(ObjectDescriptor object, List<Long> ids) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<RecordView> records = List.copyOf(reader.listed(object, ids).values());
        Examiner.Measure measure = new Examiner.Measure(
                Optional.ofNullable(patience.limits(now).get(object.name())),
                tenants.find(CallContext.require().tenantId())
                        .map(Tenant::country)
                        .orElseThrow());
        return examiner.examine(object, records, measure);
    }

    /** Looks for duplicates of the next records among those before them, and keeps what it finds. */
    public Done compare(long run, ObjectDescriptor object, long after, Set<Long> crowded) {
        ScanSteps.Done done = scan.chunk(object, after, crowded);
        List<FindingStore.Twins> twins = scan.open(object, after, done.last()).stream()
                .map(pair -> new FindingStore.Twins(pair.id(), pair.first(), pair.second(), pair.percent()))
                .toList();
        findings.keepTwins(run, object.name(), twins);
        return new Done(new Tally(done.tally().processed(), twins.size(), 0, 0, 0), done.last());
    }

    /** The run is over: what earlier ones have left open is asked no more. */
    public void end(long run) {
        runs.end(run, Instant.now().truncatedTo(ChronoUnit.MICROS));
        findings.expireBefore(run);
    }
}
