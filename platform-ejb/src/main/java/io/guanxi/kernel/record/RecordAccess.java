package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.Reach;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.RecordOutOfReach;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.search.SearchScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the caller may do something with a record, and which records of a list. */
@ApplicationScoped
public class RecordAccess {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /**
     * @throws RecordNotFound   when the caller does not see the record: it might as well not be there
     * @throws RecordOutOfReach when they see it and may not do that with it
     */
    public void require(ObjectDescriptor object, CrmRecord record, Operation operation) {
        if (allows(object, record, operation)) {
            return;
        }
        if (operation == Operation.READ || !allows(object, record, Operation.READ)) {
            throw new RecordNotFound();
        }
        throw new RecordOutOfReach(Labels.pluralInTexts(object));
    }

    /** Whether the caller may do that with the record; that they may with some of its object is asked elsewhere. */
    public boolean allows(ObjectDescriptor object, CrmRecord record, Operation operation) {
        Reach reach = access.reach(object, operation);
        return reach.isAll()
                || isIn(reach, object, record)
                || operation == Operation.READ && isAboutSomethingSeen(object, record);
    }

    /** Whether the caller sees a record that is there. */
    boolean sees(ObjectDescriptor object, long id) {
        return access.reach(object, Operation.READ).isAll()
                || RecordSource.find(entities, object, id)
                        .filter(record -> allows(object, record, Operation.READ))
                        .isPresent();
    }

    /** The query, of what is in the caller's reach alone. What is about one record goes with that record. */
    RecordQuery within(ObjectDescriptor object, RecordQuery query, Operation operation) {
        Reach reach = access.reach(object, operation);
        return reach.isAll() || isAboutSomethingSeen(object, query.filter()) ? query : query.within(reach);
    }

    /**
     * What a search looks among for the caller.
     *
     * @param most records that were shared one by one
     */
    SearchScope searched(ObjectDescriptor object, int most) {
        if (!(access.reach(object, Operation.READ) instanceof Reach.Owned owned)) {
            return SearchScope.all(object.name());
        }
        List<Long> shared = owned.grantees().isEmpty()
                ? List.of()
                : entities.createQuery(
                                "SELECT s.recordId FROM RecordShare s WHERE s.object = :object"
                                        + " AND s.grantee IN :grantees ORDER BY s.id DESC",
                                Long.class)
                        .setParameter("object", object.name())
                        .setParameter("grantees", owned.grantees())
                        .setMaxResults(most)
                        .getResultList();
        return new SearchScope(object.name(), Optional.of(owned.owners()), Set.copyOf(shared));
    }

    /** Whether the index knows for each record whether the caller sees it. */
    boolean isSearchedWhole(ObjectDescriptor object) {
        Reach reach = access.reach(object, Operation.READ);
        return reach.isAll() || reach instanceof Reach.Owned;
    }

    private boolean isIn(Reach reach, ObjectDescriptor object, CrmRecord record) {
        if (reach.isAll()) {
            return true;
        }
        if (reach instanceof Reach.Owned owned) {
            Object owner = EntityShape.of(object).get(record, ObjectDescriptor.OWNER);
            return owned.owners().contains(owner) || isShared(owned, record.id());
        }
        if (reach instanceof Reach.Within within) {
            return EntityShape.of(object).get(record, within.reference()) instanceof Long target
                    && RecordSource.find(entities, within.target(), target)
                            .filter(found -> isIn(within.reach(), within.target(), found))
                            .isPresent();
        }
        return ((Reach.Any) reach).reaches().stream().anyMatch(one -> isIn(one, object, record));
    }

    private boolean isShared(Reach.Owned owned, long record) {
        return !owned.grantees().isEmpty()
                && !entities.createQuery(
                                "SELECT s.id FROM RecordShare s WHERE s.object = :object AND s.recordId = :record"
                                        + " AND s.grantee IN :grantees AND s.level IN :levels",
                                Long.class)
                        .setParameter("object", owned.object())
                        .setParameter("record", record)
                        .setParameter("grantees", owned.grantees())
                        .setParameter("levels", owned.levels())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    private boolean isAboutSomethingSeen(ObjectDescriptor object, CrmRecord record) {
        EntityShape shape = EntityShape.of(object);
        return object.isAboutOthers()
                && sees((String) shape.get(record, "relatedObject"), (String) shape.get(record, "relatedId"));
    }

    private boolean isAboutSomethingSeen(ObjectDescriptor object, Filter filter) {
        return object.isAboutOthers() && sees(pinned(filter, "relatedObject"), pinned(filter, "relatedId"));
    }

    private boolean sees(String path, String id) {
        Optional<ObjectDescriptor> about = path == null || id == null
                ? Optional.empty()
                : objects.findByPath(path).filter(found -> access.allows(found, Operation.READ));
        return about.isPresent()
                && RecordSource.find(entities, about.get(), RecordId.parse(id).orElse(0))
                        .filter(record -> allows(about.get(), record, Operation.READ))
                        .isPresent();
    }

    /** The one value that a field has in all records a filter finds; null when there is none. */
    private static String pinned(Filter filter, String field) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream()
                    .map(part -> pinned(part, field))
                    .filter(value -> value != null)
                    .findFirst()
                    .orElse(null);
        }
        return filter instanceof Filter.Comparison one
                        && one.operator() == Operator.EQUAL
                        && one.field().equals(field)
                ? one.arguments().get(0)
                : null;
    }
}
