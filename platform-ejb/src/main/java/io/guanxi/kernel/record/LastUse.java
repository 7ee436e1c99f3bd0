package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.IndexedValue;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When anything that points to records was made or changed last: an order, a note, a document, a record of the tenant's own.
 * One statement for each field that may point, however many records.
 */
@ApplicationScoped
public class LastUse {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    /**
     * The latest that happened to something that points to a record.
     *
     * @param object name of the object of that
     */
    public record Use(Instant at, String object) {}

    /** By the id of the record pointed to; those that nothing points to are absent. */
    public Map<Long, Use> of(ObjectDescriptor target, Collection<Long> ids) {
        Map<Long, Use> latest = new HashMap<>();
        if (ids.isEmpty()) {
            return latest;
        }
        for (ObjectDescriptor object : objects.all()) {
            for (FieldDescriptor field : object.fields().values()) {
                if (Pointers.isPointer(object, field, target)) {
                    read(object, field, target, ids, latest);
                }
            }
        }
        return latest;
    }

    private void read(
            ObjectDescriptor object,
            FieldDescriptor field,
            ObjectDescriptor target,
            Collection<Long> ids,
            Map<Long, Use> latest) {
        if (field.type() != FieldType.REFERENCE) {
            List<String> texts = ids.stream().map(RecordId::format).toList();
            String kind = Pointers.kind(object, field);
            collect(
                    grouped(object, "e." + field.name(), " AND e." + kind + " = :path", texts)
                            .setParameter("path", target.path()),
                    object,
                    key -> Pointers.target(key),
                    latest);
        } else if (field.isCustom()) {
            Map<String, Long> keys = new HashMap<>();
            ids.forEach(id -> keys.put(IndexedValue.of(FieldType.REFERENCE, id).sortKey(), id));
            TypedQuery<Object[]> query = entities.createQuery(
                            "SELECT v.sortKey, MAX(e.updatedAt) FROM " + RecordSource.entity(object)
                                    + " e, CustomValue v WHERE " + RecordSource.restriction(object, "e", ":ownObject")
                                    + "e.deletedAt IS NULL AND v.fieldId = :field AND v.recordId = e.id"
                                    + " AND v.sortKey IN :keys GROUP BY v.sortKey",
                            Object[].class)
                    .setParameter("field", field.custom().id())
                    .setParameter("keys", keys.keySet());
            if (object.isCustom()) {
                query.setParameter("ownObject", object.custom().id());
            }
            collect(query, object, keys::get, latest);
        } else {
            collect(grouped(object, "e." + field.name(), "", ids), object, Pointers::target, latest);
        }
    }

    private TypedQuery<Object[]> grouped(
            ObjectDescriptor object, String pointer, String condition, Collection<?> keys) {
        return RecordSource.select(
                        entities,
                        object,
                        Object[].class,
                        pointer + ", MAX(e.updatedAt)",
                        "e.deletedAt IS NULL AND " + pointer + " IN :keys" + condition + " GROUP BY " + pointer)
                .setParameter("keys", keys);
    }

    private static void collect(
            TypedQuery<Object[]> query, ObjectDescriptor object, Function<Object, Long> target, Map<Long, Use> latest) {
        query.getResultList()
                .forEach(row -> latest.merge(
                        target.apply(row[0]),
                        new Use(instant(row[1]), object.name()),
                        (one, other) -> one.at().isBefore(other.at()) ? other : one));
    }

    /** What is worked out of a column comes as the database has it. */
    private static Instant instant(Object greatest) {
        return greatest instanceof Instant instant ? instant : ((LocalDateTime) greatest).toInstant(ZoneOffset.UTC);
    }
}
