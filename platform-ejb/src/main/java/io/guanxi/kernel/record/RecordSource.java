package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Optional;

/**
 * Where the records of an object are read from. The only place that names entities in queries: those of all tenants' own
 * objects share one, and a query that forgot which object it is about would show the records of another.
 */
public final class RecordSource {

    /** The condition that leaves the records in use: neither deleted nor archived. */
    public static final String LISTED = "e.deletedAt IS NULL AND e.archivedAt IS NULL";

    private static final String OBJECT = "ownObject";

    private RecordSource() {}

    /** Name of the entity; {@link #restriction} belongs to every query on it. */
    public static String entity(ObjectDescriptor object) {
        return object.entity().getSimpleName();
    }

    /**
     * The condition that leaves the records of the object; ends with {@code AND}, and is empty where the entity has no
     * others.
     *
     * @param alias     of the entity in the query
     * @param parameter placeholder of the id of the object
     */
    public static String restriction(ObjectDescriptor object, String alias, String parameter) {
        return object.isCustom() ? alias + ".objectId = " + parameter + " AND " : "";
    }

    /**
     * A query on the records of one object.
     *
     * @param selected  what is selected of {@code e}
     * @param condition on {@code e}, deleted records included, and what follows it
     */
    public static <T> TypedQuery<T> select(
            EntityManager entities, ObjectDescriptor object, Class<T> result, String selected, String condition) {
        TypedQuery<T> query = entities.createQuery(
                "SELECT " + selected + " FROM " + entity(object) + " e WHERE " + restriction(object, "e", ":" + OBJECT)
                        + condition,
                result);
        return object.isCustom() ? query.setParameter(OBJECT, object.custom().id()) : query;
    }

    /** A record of the object by its id, deleted or not. */
    static Optional<CrmRecord> find(EntityManager entities, ObjectDescriptor object, long id) {
        return Optional.<CrmRecord>ofNullable(entities.find(object.entity(), RecordFinder.key(id)))
                .filter(found -> found.isOf(object));
    }

    /** Whether the object has a record of the id that is not deleted. */
    public static boolean isLive(EntityManager entities, ObjectDescriptor object, long id) {
        return !select(entities, object, Long.class, "e.id", "e.id = :id AND e.deletedAt IS NULL")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
