package io.guanxi.kernel.record;

import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The records of an object, those in the recycle bin too, for jobs that go through all of them. */
@Stateless
@TenantBound
public class FormulaRecords {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

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

    /** Computes the formulas of some records, in the transaction of the caller. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Tally compute(ObjectDescriptor object, List<Long> ids) {
        RecordBatch batch = writer.begin();
        Tally tally = Tally.NONE;
        for (CrmRecord record : RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids")
                .setParameter("ids", ids)
                .getResultList()) {
            tally = tally.plus(batch.recompute(object, record) ? Tally.ofUpdated() : Tally.ofSkipped());
        }
        batch.flush();
        return tally;
    }
}
