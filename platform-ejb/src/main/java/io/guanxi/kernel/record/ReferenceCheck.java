package io.guanxi.kernel.record;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Asks whether what an input points to exists in the tenant, is live and seen by the caller; remembers within one batch. */
final class ReferenceCheck {

    private final EntityManager entities;
    private final ObjectRegistry objects;
    private final People people;
    private final RecordAccess reach;
    private final Set<String> known = new HashSet<>();

    ReferenceCheck(EntityManager entities, ObjectRegistry objects, People people, RecordAccess reach) {
        this.reach = reach;
        this.entities = entities;
        this.objects = objects;
        this.people = people;
    }

    /**
     * @param before external forms of the record's fields as stored: what it points to already may stay; empty for a new one
     */
    void check(RecordInput input, Map<String, Object> before) {
        input.references().forEach((field, id) -> {
            if (!RecordId.format(id).equals(before.get(field.name())) && !exists(field, id)) {
                input.unknownReference(field);
            }
        });
    }

    /** A record this batch has made or read itself. */
    void trust(String object, long id) {
        known.add(object + id);
    }

    private boolean exists(FieldDescriptor field, long id) {
        String target = field.type() == FieldType.MEMBER ? "member" : field.reference();
        if (known.contains(target + id)) {
            return true;
        }
        boolean exists = field.type() == FieldType.MEMBER ? people.isMember(id) : isLive(field.reference(), id);
        if (exists) {
            known.add(target + id);
        }
        return exists;
    }

    private boolean isLive(String object, long id) {
        ObjectDescriptor target = objects.require(object);
        return RecordSource.isLive(entities, target, id) && reach.sees(target, id);
    }
}
