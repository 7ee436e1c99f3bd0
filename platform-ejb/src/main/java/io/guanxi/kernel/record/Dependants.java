package io.guanxi.kernel.record;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tag.Tags;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which records are pointed to by others that are live, so that they cannot go without leaving a hole. */
final class Dependants {

    private final EntityManager entities;
    private final ObjectRegistry objects;
    private final SqlGateway sql;

    Dependants(EntityManager entities, ObjectRegistry objects, SqlGateway sql) {
        this.entities = entities;
        this.objects = objects;
        this.sql = sql;
    }

    /** Names of objects, those that point to others before those they point to. */
    List<String> outermostFirst(Collection<String> names) {
        Map<String, Set<String>> waiting = new TreeMap<>();
        names.forEach(name -> waiting.put(name, targets(objects.require(name))));
        List<String> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.keySet().stream()
                    .filter(name -> waiting.entrySet().stream()
                            .noneMatch(other -> !other.getKey().equals(name)
                                    && other.getValue().contains(name)))
                    .findFirst()
                    .orElseGet(() -> waiting.keySet().iterator().next());
            order.add(next);
            waiting.remove(next);
        }
        return order;
    }

    private static Set<String> targets(ObjectDescriptor object) {
        return object.fields().values().stream()
                .filter(field -> field.type() == FieldType.REFERENCE || field.type() == FieldType.TAGS)
                .map(field -> field.type() == FieldType.TAGS ? Tags.OBJECT : field.reference())
                .collect(java.util.stream.Collectors.toSet());
    }

    /**
     * How many live records of the object itself or of others point to each of these; those that none points to are
     * absent. What is in hand must be with the database.
     */
    Map<Long, Long> to(ObjectDescriptor object, Collection<Long> ids) {
        Map<Long, Long> counts = new HashMap<>();
        for (ObjectDescriptor other : objects.all()) {
            other.fields().values().stream()
                    .filter(field -> field.type() == FieldType.REFERENCE
                            && object.name().equals(field.reference())
                            && !field.isCustom())
                    .forEach(field -> count(other, field, ids, counts));
        }
        if (object.name().equals(Tags.OBJECT)) {
            ids.forEach(id -> {
                if (isTagged(id)) {
                    counts.merge(id, 1L, Long::sum);
                }
            });
        }
        return counts;
    }

    private void count(ObjectDescriptor other, FieldDescriptor field, Collection<Long> ids, Map<Long, Long> counts) {
        String pointer = "e." + field.name();
        RecordSource.select(
                        entities,
                        other,
                        Object[].class,
                        pointer + ", COUNT(e.id)",
                        pointer + " IN :ids AND e.deletedAt IS NULL GROUP BY " + pointer)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> counts.merge((Long) row[0], (Long) row[1], Long::sum));
    }

    /** Tags are few beside what they stand at. */
    private boolean isTagged(long tag) {
        return !sql.query(
                        "SELECT record_id FROM record_tag WHERE tenant_id = ? AND tag_id = ? LIMIT 1",
                        row -> row.getLong(1),
                        tag)
                .isEmpty();
    }
}
