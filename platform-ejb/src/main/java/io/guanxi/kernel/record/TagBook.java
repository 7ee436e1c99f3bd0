package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tag.Tag;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags of the tenant by id and by name, as far as one call has needed them. */
final class TagBook {

    private final EntityManager entities;
    private final Map<Long, Tag> byId = new HashMap<>();
    private final Map<String, Tag> byName = new HashMap<>();

    TagBook(EntityManager entities) {
        this.entities = entities;
    }

    /** The object's field of tags, if it has one. */
    static Optional<FieldDescriptor> field(ObjectDescriptor object) {
        return object.fields().values().stream()
                .filter(field -> field.type() == FieldType.TAGS)
                .findFirst();
    }

    /** Puts names in the place of ids, in one statement at most; deleted tags are left out. */
    void name(ObjectDescriptor object, Collection<Map<String, Object>> records) {
        Optional<FieldDescriptor> field = field(object);
        if (field.isEmpty()) {
            return;
        }
        String name = field.get().name();
        Set<Long> wanted = new HashSet<>();
        records.forEach(values -> wanted.addAll(ids(values.get(name))));
        wanted.removeAll(byId.keySet());
        if (!wanted.isEmpty()) {
            entities.createQuery("SELECT t FROM Tag t WHERE t.id IN :ids", Tag.class)
                    .setParameter("ids", wanted)
                    .getResultList()
                    .forEach(this::keep);
        }
        records.forEach(values -> {
            List<String> names = ids(values.get(name)).stream()
                    .map(byId::get)
                    .filter(tag -> tag != null && !tag.isDeleted())
                    .map(Tag::name)
                    .toList();
            if (names.isEmpty()) {
                values.remove(name);
            } else {
                values.put(name, names);
            }
        });
    }

    private static List<Long> ids(Object value) {
        List<Long> ids = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(id -> ids.add(RecordId.parse((String) id).orElseThrow()));
        }
        return ids;
    }

    /** Live tags by name; those that are not there are absent. */
    List<Tag> find(Collection<String> names) {
        List<String> unknown = names.stream()
                .filter(name -> !byName.containsKey(TagInput.folded(name)))
                .toList();
        if (!unknown.isEmpty()) {
            entities.createQuery("SELECT t FROM Tag t WHERE t.name IN :names AND t.deletedAt IS NULL", Tag.class)
                    .setParameter("names", unknown)
                    .getResultList()
                    .forEach(this::keep);
        }
        return names.stream()
                .map(name -> byName.get(TagInput.folded(name)))
                .filter(tag -> tag != null)
                .toList();
    }

    Optional<Tag> find(String name) {
        return find(List.of(name)).stream().findFirst();
    }

    void keep(Tag tag) {
        byId.put(tag.id(), tag);
        if (!tag.isDeleted()) {
            byName.put(TagInput.folded(tag.name()), tag);
        }
    }
}
