package io.guanxi.kernel.record;

import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Map<Long, Map<String, Object>> rolledUp = rollUps.read(object, ids);
        Tally tally = Tally.NONE;
        for (CrmRecord record : records) {
            boolean changed = batch.recompute(object, record, rolledUp.get(record.id()));
            tally = tally.plus(changed ? Tally.ofUpdated() : Tally.ofSkipped());
        }
        batch.flush();
        return tally;
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
