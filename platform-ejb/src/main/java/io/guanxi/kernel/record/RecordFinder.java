package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds entities by the ids that callers know. */
@ApplicationScoped
public class RecordFinder {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    /**
     * @throws RecordNotFound for made-up, foreign and malformed ids alike
     */
    CrmRecord require(ObjectDescriptor object, String id) {
        OptionalLong inner = RecordId.parse(id);
        CrmRecord entity = inner.isEmpty()
                ? null
                : entities.find(
                        object.entity(), new RecordKey(CallContext.require().tenantId(), inner.getAsLong()));
        if (entity == null || !entity.isOf(object)) {
            throw new RecordNotFound();
        }
        return entity;
    }

    CrmRecord requireLive(ObjectDescriptor object, String id) {
        CrmRecord entity = require(object, id);
        if (entity.isDeleted()) {
            throw new RecordNotFound();
        }
        return entity;
    }

    Optional<CrmRecord> findByExternalId(ObjectDescriptor object, String system, String externalId) {
        return RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.externalSystem = :system AND e.externalId = :id")
                .setParameter("system", system)
                .setParameter("id", externalId)
                .getResultStream()
                .findFirst();
    }
}
