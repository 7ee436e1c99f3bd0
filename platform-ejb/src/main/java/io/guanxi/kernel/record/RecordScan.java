package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through all live records of an object in the order of their ids, for jobs that ask rules about each. It asks no
 * permission: the services that start such jobs do.
 */
@Stateless
@TenantBound
public class RecordScan {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    /**
     * A record as rules read it.
     *
     * @param values external form of a field by its name, or null; taken apart only when it is asked for. A reference is a
     *     map of the record that it points to, with its {@code id}, which is read together with those of the other records
     *     when a rule asks for a member
     */
    public record Scanned(long id, Function<String, Object> values) {}

    /** How many there are. */
    public long count(String object) {
        return RecordSource.select(entities, objects.require(object), Long.class, "COUNT(e.id)", "e.deletedAt IS NULL")
                .getSingleResult();
    }

    /** The ids after this one; 0 begins. */
    public List<Long> after(String object, long id, int limit) {
        return RecordSource.select(
                        entities,
                        objects.require(object),
                        Long.class,
                        "e.id",
                        "e.deletedAt IS NULL AND e.id > :id ORDER BY e.id")
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The last of the first so many ids; 0 when there are none. */
    public long last(String object, long position) {
        return position == 0
                ? 0
                : RecordSource.select(
                                entities,
                                objects.require(object),
                                Long.class,
                                "e.id",
                                "e.deletedAt IS NULL ORDER BY e.id")
                        .setFirstResult(Math.toIntExact(position - 1))
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
    }

    /** The records of these ids that are live; in no order. */
    public List<Scanned> read(String object, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        ObjectDescriptor descriptor = objects.require(object);
        List<CrmRecord> records = RecordSource.select(
                        entities, descriptor, CrmRecord.class, "e", "e.id IN :ids AND e.deletedAt IS NULL")
                .setParameter("ids", ids)
                // What statements have changed past the entity manager must not be read from it.
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList();
        RuleValues values = new RuleValues(entities, objects, new TagBook(entities));
        values.expectBehind(descriptor, descriptor.fields().values(), records);
        return records.stream()
                .map(entity -> new Scanned(entity.id(), values.of(descriptor, entity)))
                .toList();
    }
}
