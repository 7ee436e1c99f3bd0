package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Records that are parts of another, such as the lines of an order. Whoever writes a part locks the whole first, so that
 * what is summed up over parts is right however many people change them at once.
 */
final class Parts {

    private final EntityManager entities;
    private final ObjectRegistry objects;
    private final Set<Long> locked = new HashSet<>();

    Parts(EntityManager entities, ObjectRegistry objects) {
        this.entities = entities;
        this.objects = objects;
    }

    /** The object that an entity is a record of, as the tenant has it. */
    ObjectDescriptor describe(CrmRecord entity) {
        return objects.all().stream()
                .filter(object -> object.entity() == entity.getClass() && entity.isOf(object))
                .findFirst()
                .orElseThrow();
    }

    /** Locks what a new part is to belong to; an id that is none is told of later. */
    void lockWhole(ObjectDescriptor object, Object id) {
        if (id instanceof String text) {
            OptionalLong inner = RecordId.parse(text);
            if (inner.isPresent()) {
                lock(object, inner.getAsLong());
            }
        }
    }

    /** Locks a part and what it belongs to, before the transaction has read anything. */
    void lockWholeOf(ObjectDescriptor object, String id) {
        OptionalLong inner = RecordId.parse(id);
        if (object.partOf() == null || inner.isEmpty()) {
            return;
        }
        CrmRecord part = find(object, inner.getAsLong());
        if (part != null) {
            lockWholeOf(object, part);
        }
    }

    void lockWholeOf(ObjectDescriptor object, CrmRecord part) {
        if (object.partOf() != null
                && EntityShape.of(object).get(part, object.partOf()) instanceof Long whole
                && !locked.contains(whole)) {
            lock(object, whole);
        }
    }

    private void lock(ObjectDescriptor object, long whole) {
        find(objects.require(object.require(object.partOf()).reference()), whole);
        locked.add(whole);
    }

    private CrmRecord find(ObjectDescriptor object, long id) {
        CrmRecord found = entities.find(
                object.entity(), new RecordKey(CallContext.require().tenantId(), id), LockModeType.PESSIMISTIC_WRITE);
        return found != null && found.isOf(object) ? found : null;
    }

    /** Objects whose records are parts of this one's. */
    List<ObjectDescriptor> kinds(ObjectDescriptor whole) {
        return objects.all().stream()
                .filter(part -> Optional.ofNullable(part.partOf())
                        .map(field -> part.require(field).reference())
                        .filter(whole.name()::equals)
                        .isPresent())
                .toList();
    }

    /**
     * Parts of a record.
     *
     * @param deletedAt when they were deleted; null for the live ones
     */
    List<CrmRecord> of(CrmRecord whole, ObjectDescriptor part, Instant deletedAt) {
        String condition = "e.%s = :whole AND e.deletedAt %s"
                .formatted(part.partOf(), deletedAt == null ? "IS NULL" : "= :deletedAt");
        var query = RecordSource.select(entities, part, CrmRecord.class, "e", condition)
                .setParameter("whole", whole.id());
        if (deletedAt != null) {
            query.setParameter("deletedAt", deletedAt);
        }
        return query.getResultList();
    }
}
