package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordCounts;
import io.guanxi.kernel.query.RecordLists;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The records of an object, those in the recycle bin too, for jobs that go through all of them. */
@Stateless
@TenantBound
public class ComputedRecords {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

    @Inject
    private RollUpReader rollUps;

    @Inject
    private RecordLists lists;

    @Inject
    private RecordCounts counts;

    public long count(ObjectDescriptor object) {
        return RecordSource.select(entities, object, Long.class, "COUNT(e)", "e.id > 0")
                .getSingleResult();
    }

    /** The id of the record that so many go up to; 0 for none. */
    public long idAt(ObjectDescriptor object, long done) {
        return done == 0
                ? 0
                : RecordSource.select(entities, object, Long.class, "e.id", "e.id > 0 ORDER BY e.id")
                        .setFirstResult((int) done - 1)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
    }

    public List<Long> idsAfter(ObjectDescriptor object, long last, int most) {
        return RecordSource.select(entities, object, Long.class, "e.id", "e.id > :last ORDER BY e.id")
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Computes the fields of some records that are computed, in the transaction of the caller. The records are locked
     * before anything is read, so that of two who do it at once the later one sees what the earlier one saw, and more.
     *
     * @param ids at most 200
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Tally compute(ObjectDescriptor object, List<Long> ids) {
        RecordBatch batch = writer.begin();
        batch.expectNew(object);
        List<CrmRecord> records = RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.id IN :ids ORDER BY e.id")
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        batch.foresee(object, records);
        Map<Long, Map<String, Object>> rolledUp = rollUps.read(object, ids);
        Tally tally = Tally.NONE;
        for (CrmRecord record : records) {
            boolean changed = batch.recompute(object, record, rolledUp.get(record.id()));
            tally = tally.plus(changed ? Tally.ofUpdated() : Tally.ofSkipped());
        }
        batch.flush();
        return tally;
    }

    /** The same in a transaction of its own, which has read nothing yet. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Tally computeApart(ObjectDescriptor object, List<Long> ids) {
        return compute(object, ids);
    }

    /**
     * Some of the records that point to others.
     *
     * @param next where the next page begins; empty after the last
     */
    public record Page(List<Long> ids, Optional<String> next) {}

    /**
     * The live records that point to some others with a field, the newest first.
     *
     * @param to     ids of the records pointed to
     * @param cursor where a page before ended; empty for the first
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Page pointing(ObjectDescriptor object, FieldDescriptor reference, Collection<Long> to, String cursor) {
        RecordLists.Rows page = lists.page(
                object,
                pointingTo(reference, to)
                        .fields(Set.of("id"))
                        .limit(RecordQuery.MAX_LIMIT)
                        .after(cursor));
        List<Long> ids = page.rows().stream().map(row -> (Long) row.get("id")).toList();
        return new Page(ids, page.next());
    }

    /** How many they are. */
    public long countPointing(ObjectDescriptor object, FieldDescriptor reference, Collection<Long> to) {
        return counts.all(object, pointingTo(reference, to));
    }

    private static RecordQuery pointingTo(FieldDescriptor reference, Collection<Long> to) {
        return RecordQuery.all()
                .filter(Filter.compare(
                        reference.name(),
                        Operator.IN,
                        to.stream().map(RecordId::format).toArray(String[]::new)));
    }

    /**
     * The records that some records point to with a field, or pointed to before they were deleted.
     *
     * @param ids of records of the object
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Long> targets(ObjectDescriptor object, FieldDescriptor reference, List<Long> ids) {
        EntityShape shape = EntityShape.of(object);
        return RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids")
                .setParameter("ids", ids)
                .getResultStream()
                .map(record -> (Long) shape.get(record, reference.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
