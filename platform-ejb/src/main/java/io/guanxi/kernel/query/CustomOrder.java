package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lists sorted by a field of a tenant's own: first the records that have a value, in the order of the index of values, then
 * those that have none, by id. Both are read along an index, so that page 10,000 costs what page 1 costs.
 */
final class CustomOrder {

    private final EntityManager entities;
    private final ObjectDescriptor object;
    private final RecordQuery query;
    private final List<String> attributes;
    private final FieldDescriptor field;
    private final boolean descending;

    /** Where a page ended; no key means among the records without a value. */
    private record Position(String sortKey, long id) {}

    /**
     * @param field a field of the tenant's own that the query is sorted by
     * @throws InvalidQuery when the query has other sort keys too
     */
    CustomOrder(
            EntityManager entities,
            ObjectDescriptor object,
            RecordQuery query,
            List<String> attributes,
            FieldDescriptor field) {
        require(field, query.sort());
        this.entities = entities;
        this.object = object;
        this.query = query;
        this.attributes = attributes;
        this.field = field;
        this.descending = query.sort().get(0).descending();
    }

    /**
     * @param field the one that the first key names
     * @throws InvalidQuery when lists cannot be sorted so
     */
    static void require(FieldDescriptor field, List<SortKey> sort) {
        if (sort.size() > 1) {
            throw new InvalidQuery("customSortAlone", field.name());
        }
        if (!field.sortable()) {
            throw new InvalidQuery("notSortable", field.name());
        }
    }

    /** The field of the tenant's own that the first sort key names. */
    static Optional<FieldDescriptor> field(ObjectDescriptor object, List<SortKey> sort) {
        return sort.isEmpty()
                ? Optional.empty()
                : object.find(sort.get(0).field()).filter(FieldDescriptor::isCustom);
    }

    RecordLists.Rows page() {
        Position position = query.cursor() == null || query.cursor().isEmpty() ? null : read(query.cursor());
        List<Object[]> found = new ArrayList<>();
        if (position == null || position.sortKey() != null) {
            found.addAll(filled(position));
        }
        if (found.size() <= query.limit()) {
            boolean among = position != null && position.sortKey() == null;
            found.addAll(empty(among ? position.id() : 0, query.limit() + 1 - found.size()));
        }
        boolean more = found.size() > query.limit();
        List<Object[]> page = more ? found.subList(0, query.limit()) : found;
        return new RecordLists.Rows(
                page.stream().map(this::row).toList(),
                more ? Optional.of(write(page.get(page.size() - 1))) : Optional.empty());
    }

    private Row row(Object[] values) {
        return new Row(attributes, Arrays.copyOfRange(values, 1, values.length));
    }

    private List<Object[]> filled(Position after) {
        JpqlText jpql = new JpqlText().append("SELECT v.sortKey, e." + String.join(", e.", attributes));
        RecordLists.from(object, query, jpql, ", CustomValue v");
        jpql.append(" AND v.fieldId = " + jpql.bind(field.custom().id()) + " AND v.recordId = e.id");
        String sign = descending ? " < " : " > ";
        if (after != null) {
            String key = jpql.bind(after.sortKey());
            jpql.append(" AND v.sortKey" + (descending ? " <= " : " >= ") + key + " AND (v.sortKey" + sign + key
                    + " OR v.recordId" + sign + jpql.bind(after.id()) + ")");
        }
        String direction = descending ? " DESC" : "";
        jpql.append(" ORDER BY v.sortKey" + direction + ", v.recordId" + direction);
        return run(jpql, query.limit() + 1);
    }

    private List<Object[]> empty(long after, int limit) {
        JpqlText jpql = new JpqlText().append("SELECT e.id, e." + String.join(", e.", attributes));
        RecordLists.from(object, query, jpql, "");
        jpql.append(" AND e.id > " + jpql.bind(after)
                + " AND NOT EXISTS (SELECT v.recordId FROM CustomValue v WHERE v.fieldId = "
                + jpql.bind(field.custom().id()) + " AND v.recordId = e.id) ORDER BY e.id");
        return run(jpql, limit).stream()
                .map(values -> {
                    Object[] keyless = values.clone();
                    keyless[0] = null;
                    return keyless;
                })
                .toList();
    }

    private List<Object[]> run(JpqlText jpql, int limit) {
        TypedQuery<Object[]> typed = entities.createQuery(jpql.toString(), Object[].class);
        jpql.bindAll(typed);
        return typed.setMaxResults(limit).getResultList();
    }

    private String write(Object[] last) {
        return Cursor.text(Arrays.asList(
                query.sort().get(0).toString(), last[0], row(last).get("id").toString()));
    }

    private Position read(String cursor) {
        List<Object> tree = Cursor.tree(cursor);
        try {
            if (tree.size() != 3 || !query.sort().get(0).toString().equals(tree.get(0))) {
                throw new InvalidQuery("cursor");
            }
            return new Position((String) tree.get(1), Long.parseLong((String) tree.get(2)));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new InvalidQuery("cursor");
        }
    }
}
