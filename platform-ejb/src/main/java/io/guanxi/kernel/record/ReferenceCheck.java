package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;

/** Asks whether what an input points to exists in the tenant and is live; remembers within one batch. */
final class ReferenceCheck {

    private final EntityManager entities;
    private final ObjectRegistry objects;
    private final People people;
    private final Set<String> known = new HashSet<>();

    ReferenceCheck(EntityManager entities, ObjectRegistry objects, People people) {
        this.entities = entities;
        this.objects = objects;
        this.people = people;
    }

    void check(RecordInput input) {
        input.references().forEach((field, id) -> {
            if (!exists(field, id)) {
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
        return RecordSource.isLive(entities, objects.require(object), id);
    }
}
