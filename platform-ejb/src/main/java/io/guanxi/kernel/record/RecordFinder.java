package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/** Finds entities by the ids that callers know. */
@ApplicationScoped
public class RecordFinder {

    private static final Map<String, Object> READ_ONLY = Map.of(QueryHints.READ_ONLY, HintValues.TRUE);

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private MergeLog merges;

    @Inject
    private RecordAccess access;

    /**
     * A record, deleted or not, for what the caller wants to do with it.
     *
     * @throws RecordNotFound for made-up, foreign and malformed ids alike, and for records that the caller does not see
     * @throws io.guanxi.kernel.error.RecordOutOfReach when they see it and may not do that with it
     */
    CrmRecord require(ObjectDescriptor object, String id, Operation operation) {
        CrmRecord record = found(object, id, Map.of());
        access.require(object, record, operation);
        return record;
    }

    private CrmRecord found(ObjectDescriptor object, String id, Map<String, Object> hints) {
        OptionalLong inner = RecordId.parse(id);
        CrmRecord entity = inner.isEmpty() ? null : entities.find(object.entity(), key(inner.getAsLong()), hints);
        if (entity == null || !entity.isOf(object)) {
            throw new RecordNotFound();
        }
        return entity;
    }

    /**
     * The same to be read and not changed: nothing is kept to compare it with when the transaction ends.
     *
     * @throws RecordNotFound for made-up, foreign and malformed ids alike, and for records that the caller does not see
     */
    CrmRecord read(ObjectDescriptor object, String id) {
        CrmRecord record = found(object, id, READ_ONLY);
        access.require(object, record, Operation.READ);
        return record;
    }

    /** A record by its id, deleted or not. */
    Optional<CrmRecord> find(ObjectDescriptor object, long id) {
        return RecordSource.find(entities, object, id);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<CrmRecord> lock(ObjectDescriptor object, long id) {
        return Optional.<CrmRecord>ofNullable(entities.find(object.entity(), key(id), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.isOf(object));
    }

    static RecordKey key(long id) {
        return new RecordKey(CallContext.require().tenantId(), id);
    }

    CrmRecord requireLive(ObjectDescriptor object, String id, Operation operation) {
        CrmRecord entity = require(object, id, operation);
        if (entity.isDeleted()) {
            throw new RecordNotFound();
        }
        return entity;
    }

    /** The record another system knows by an id; of one that was merged, the one that stands for it. */
    Optional<CrmRecord> findByExternalId(ObjectDescriptor object, String system, String externalId) {
        return RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.externalSystem = :system AND e.externalId = :id")
                .setParameter("system", system)
                .setParameter("id", externalId)
                .getResultStream()
                .findFirst()
                .map(found -> survivor(object, found).orElse(found));
    }

    /** The record that stands for a merged one. */
    Optional<CrmRecord> survivor(ObjectDescriptor object, CrmRecord merged) {
        return merged.isDeleted()
                ? merges.survivor(merged.id()).map(id -> found(object, RecordId.format(id), Map.of()))
                : Optional.empty();
    }
}
