package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.duplicate.DuplicateFinder.Wanted;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordReader;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The transactions of a scan. */
@Stateless
@TenantBound
public class ScanSteps {

    /** Records compared in one transaction. */
    private static final int CHUNK = 200;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private MatchIndex index;

    @Inject
    private DuplicateFinder finder;

    @Inject
    private PairStore pairs;

    @Inject
    private RecordReader reader;

    /**
     * A chunk that was done.
     *
     * @param last the greatest id in it
     */
    public record Done(Tally tally, long last) {}

    /** How many records there are, deleted ones with them: places in the order of ids must not move. */
    public long count(ObjectDescriptor object) {
        return RecordSource.select(entities, object, Long.class, "COUNT(e.id)", "1 = 1")
                .getSingleResult();
    }

    /** The id at a place in the order of ids; 0 before the first. */
    public long idAt(ObjectDescriptor object, long place) {
        if (place == 0) {
            return 0;
        }
        return RecordSource.select(entities, object, Long.class, "e.id", "1 = 1 ORDER BY e.id")
                .setFirstResult((int) place - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether there are records beyond this id. */
    public boolean isMore(ObjectDescriptor object, long after) {
        return !RecordSource.select(entities, object, Long.class, "e.id", "e.id > :after")
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Brings the keys of the next records in line with them, and keeps the pairs that they make with older ones.
     *
     * @param crowded see {@link DuplicateFinder#findAll}
     */
    public Done chunk(ObjectDescriptor object, long after, Set<Long> crowded) {
        List<Long> ids = RecordSource.select(entities, object, Long.class, "e.id", "e.id > :after ORDER BY e.id")
                .setParameter("after", after)
                .setMaxResults(CHUNK)
                .getResultList();
        Map<Long, RecordView> live = reader.listed(object, ids);
        Map<Long, Set<Long>> keys = new LinkedHashMap<>();
        live.forEach((id, record) ->
                keys.put(id, MatchValues.of(object, record::value).keys()));
        index.replace(ids, keys);
        List<RecordView> records = List.copyOf(live.values());
        List<Wanted> wanted = records.stream()
                .map(record -> {
                    long self = DuplicateFinder.inner(record);
                    return new Wanted(record::value, other -> other < self);
                })
                .toList();
        List<PairStore.Row> found = found(records, finder.findAll(object, wanted, crowded));
        long last = ids.get(ids.size() - 1);
        pairs.forgetOthers(object.name(), after, last, found);
        pairs.keep(object.name(), found);
        return new Done(new Tally(ids.size(), found.size(), 0, 0, 0), last);
    }

    /** Two records that seem to mean the same, and how likely that is in percent. */
    public record Pair(long id, long first, long second, int percent) {}

    /** The pairs that wait for somebody of which the newer record is one of those after one id up to another. */
    public List<Pair> open(ObjectDescriptor object, long after, long last) {
        return pairs.open(object.name(), after, last).stream()
                .map(pair -> new Pair(
                        pair.id(), pair.first(), pair.second(), pair.score().value()))
                .toList();
    }

    private static List<PairStore.Row> found(List<RecordView> records, List<List<Candidate>> candidates) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<PairStore.Row> found = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            long second = DuplicateFinder.inner(records.get(i));
            candidates
                    .get(i)
                    .forEach(candidate -> found.add(new PairStore.Row(
                            RecordId.next(),
                            DuplicateFinder.inner(candidate.record()),
                            second,
                            candidate.score(),
                            DuplicatePair.Status.OPEN,
                            now,
                            null)));
        }
        return found;
    }
}
