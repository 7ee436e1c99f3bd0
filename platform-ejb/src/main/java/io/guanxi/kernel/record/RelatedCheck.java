package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * For records that may be about one of any object, which they name in {@code relatedObject} and {@code relatedId}: it is
 * there, and their author may read it.
 */
@ApplicationScoped
public class RelatedCheck {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordAccess reach;

    /**
     * Tells what is wrong with what a record is about.
     *
     * @param before external forms of its fields as stored; empty for a new record
     * @return whether it is about another record than before, and rightly so
     */
    public boolean check(String object, String id, Map<String, Object> before, RecordRules.Faults faults) {
        boolean isMoved =
                !Objects.equals(before.get("relatedId"), id) || !Objects.equals(before.get("relatedObject"), object);
        if (!isMoved || object == null && id == null) {
            return false;
        }
        if (object == null) {
            faults.add("/relatedObject", "required");
        } else if (id == null) {
            faults.add("/relatedId", "required");
        } else if (!isThere(object, id)) {
            faults.add("/relatedId", "reference.unknown");
        } else {
            return true;
        }
        return false;
    }

    private boolean isThere(String path, String id) {
        Optional<ObjectDescriptor> object =
                objects.findByPath(path).filter(found -> access.allows(found, Operation.READ));
        return object.isPresent()
                && RecordId.parse(id).isPresent()
                && RecordSource.isLive(
                        entities, object.get(), RecordId.parse(id).getAsLong())
                && reach.sees(object.get(), RecordId.parse(id).getAsLong());
    }
}
