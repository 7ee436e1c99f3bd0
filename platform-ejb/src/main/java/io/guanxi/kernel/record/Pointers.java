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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whatever points to records of an object: by fields of the product, by a tenant's own, and by object and id. */
@ApplicationScoped
class Pointers {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    /**
     * A record and the field by which it points.
     *
     * @param target id of the record it points to
     */
    record Pointer(ObjectDescriptor object, FieldDescriptor field, CrmRecord record, long target) {}

    /**
     * Everything that points to these records, deleted or not; at most {@code limit} for each field.
     */
    List<Pointer> to(ObjectDescriptor target, Collection<Long> ids, int limit) {
        List<Pointer> pointers = new ArrayList<>();
        for (ObjectDescriptor object : objects.all()) {
            for (FieldDescriptor field : object.fields().values()) {
                if (isPointer(object, field, target)) {
                    query(object, field, target, ids)
                            .setMaxResults(limit)
                            .getResultList()
                            .forEach(record -> pointers.add(new Pointer(
                                    object,
                                    field,
                                    record,
                                    target(EntityShape.of(object).get(record, field.name())))));
                }
            }
        }
        return pointers;
    }

    static boolean isPointer(ObjectDescriptor object, FieldDescriptor field, ObjectDescriptor target) {
        return field.type() == FieldType.REFERENCE && target.name().equals(field.reference())
                || kind(object, field) != null;
    }

    /** The field that names the object whose id this one holds; null when it does not hold ids of any object. */
    static String kind(ObjectDescriptor object, FieldDescriptor field) {
        if (field.type() != FieldType.TEXT || !field.name().endsWith("Id")) {
            return null;
        }
        String kind = field.name().substring(0, field.name().length() - 2) + "Object";
        return object.find(kind).filter(f -> f.type() == FieldType.OBJECT).isPresent() ? kind : null;
    }

    private TypedQuery<CrmRecord> query(
            ObjectDescriptor object, FieldDescriptor field, ObjectDescriptor target, Collection<Long> ids) {
        if (field.type() != FieldType.REFERENCE) {
            return select(object, "e." + field.name() + " IN :ids AND e." + kind(object, field) + " = :path")
                    .setParameter("ids", ids.stream().map(RecordId::format).toList())
                    .setParameter("path", target.path());
        }
        if (field.isCustom()) {
            return select(
                            object,
                            "e.id IN (SELECT v.recordId FROM CustomValue v WHERE v.fieldId = :field"
                                    + " AND v.sortKey IN :keys)")
                    .setParameter("field", field.custom().id())
                    .setParameter(
                            "keys",
                            ids.stream()
                                    .map(id -> IndexedValue.of(FieldType.REFERENCE, id)
                                            .sortKey())
                                    .toList());
        }
        return select(object, "e." + field.name() + " IN :ids").setParameter("ids", ids);
    }

    private TypedQuery<CrmRecord> select(ObjectDescriptor object, String condition) {
        return RecordSource.select(entities, object, CrmRecord.class, "e", condition);
    }

    /** Where a field points; 0 for nowhere. */
    static long target(Object attribute) {
        if (attribute instanceof Long id) {
            return id;
        }
        return attribute instanceof String text ? RecordId.parse(text).orElse(0) : 0;
    }

    /** Lets a record point elsewhere; null for nowhere. */
    static void point(ObjectDescriptor object, FieldDescriptor field, CrmRecord record, Long to) {
        Object attribute = to == null || field.type() == FieldType.REFERENCE ? to : RecordId.format(to);
        Map<String, Object> values = new java.util.HashMap<>();
        values.put(field.name(), attribute);
        EntityShape.of(object).setAll(record, values);
    }
}
