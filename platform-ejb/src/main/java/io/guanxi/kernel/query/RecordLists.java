package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.record.EntityShape;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.search.SearchEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs lists of any object: only the columns asked for, one page, one statement. */
@ApplicationScoped
public class RecordLists {

    /** The recycle bin shows what can still be brought back. */
    public static final int RESTORE_DAYS = 30;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    /** Rows read at once where words are found in so many records that their ids are not handed over. */
    private static final int CHUNK = 500;

    /** Ids in one statement. */
    public static final int MOST_IDS = 1_024;

    /** Rows looked at to count such records; beyond it is only said that there are more. */
    private static final int MOST_COUNTED = 50_000;

    @Inject
    private SearchEngine engine;

    /** The rows of a page and where the next one begins. */
    public record Rows(List<Row> rows, Optional<String> next) {}

    /**
     * @throws InvalidQuery when a part of the query does not fit the object
     */
    public Rows page(ObjectDescriptor object, RecordQuery query) {
        if (query.limit() < 1 || query.limit() > RecordQuery.MAX_LIMIT) {
            throw new InvalidQuery("limit", RecordQuery.MAX_LIMIT);
        }
        if (!query.hasText()) {
            return rows(object, query);
        }
        RecordQuery plain = query.text(null);
        if (query.sort().isEmpty()) {
            return newest(object, query, plain);
        }
        return engine.matches(object.name(), query.shelf(), query.text())
                .few()
                .map(ids -> rows(object, plain.among(ids)))
                .orElseGet(() -> walk(object, query, plain));
    }

    /** Live records of these ids, as far as they are there, in no order; the query says which fields. */
    public List<Row> among(ObjectDescriptor object, RecordQuery query, List<Long> ids) {
        return rows(object, query.among(ids)).rows();
    }

    /** Newest first is an order that the index has as well: it gives the ids, and what passes the filter is read. */
    private Rows newest(ObjectDescriptor object, RecordQuery query, RecordQuery plain) {
        Keyset order = new Keyset(object, List.of());
        String cursor = query.cursor();
        long below = cursor == null || cursor.isEmpty()
                ? Long.MAX_VALUE
                : (Long) Cursor.read(order, cursor).get(0);
        RecordQuery first = plain.after(null);
        List<Row> found = new ArrayList<>();
        int most = query.limit() + 1;
        while (true) {
            List<Long> ids = engine.newest(object.name(), query.shelf(), query.text(), below, most);
            for (Row row : rows(object, first.among(ids).limit(most)).rows()) {
                if (found.size() == query.limit()) {
                    Object last = found.get(found.size() - 1).get("id");
                    return new Rows(found, Optional.of(Cursor.write(order, List.of(last))));
                }
                found.add(row);
            }
            if (ids.size() < most) {
                return new Rows(found, Optional.empty());
            }
            below = ids.get(ids.size() - 1);
            most = Math.min(MOST_IDS, 2 * most);
        }
    }

    /** Very many records have the words: the list is read in its order, and those that do not are left out. */
    private Rows walk(ObjectDescriptor object, RecordQuery query, RecordQuery plain) {
        List<Row> found = new ArrayList<>();
        String cursor = query.cursor();
        while (true) {
            RecordQuery chunk = plain.after(cursor).limit(CHUNK);
            Rows read = rows(object, chunk);
            Set<Long> matching = matching(object, query, read);
            for (int i = 0; i < read.rows().size(); i++) {
                if (matching.contains((Long) read.rows().get(i).get("id"))) {
                    found.add(read.rows().get(i));
                    if (found.size() == query.limit()) {
                        boolean last = i == read.rows().size() - 1;
                        return new Rows(
                                found,
                                last
                                        ? read.next()
                                        : rows(object, chunk.limit(i + 1)).next());
                    }
                }
            }
            if (read.next().isEmpty()) {
                return new Rows(found, Optional.empty());
            }
            cursor = read.next().get();
        }
    }

    /** How many records have the words and pass the filter, where very many have the words. */
    RecordPage.Total count(ObjectDescriptor object, RecordQuery query) {
        return count(object, query, MOST_COUNTED, RecordQuery.COUNT_CEILING);
    }

    /** The same however many there are. */
    long countAll(ObjectDescriptor object, RecordQuery query) {
        return count(object, query, Integer.MAX_VALUE, Integer.MAX_VALUE).count();
    }

    private RecordPage.Total count(ObjectDescriptor object, RecordQuery query, int mostSeen, int mostFound) {
        RecordQuery chunk = query.text(null)
                .sort(List.of())
                .fields(Set.of("id"))
                .after(null)
                .limit(CHUNK);
        int found = 0;
        for (int seen = 0; seen < mostSeen && found < mostFound; seen += CHUNK) {
            Rows read = rows(object, chunk);
            found += matching(object, query, read).size();
            if (read.next().isEmpty()) {
                return new RecordPage.Total(found, false);
            }
            chunk = chunk.after(read.next().get());
        }
        return new RecordPage.Total(Math.min(found, mostFound), true);
    }

    private Set<Long> matching(ObjectDescriptor object, RecordQuery query, Rows read) {
        List<Long> ids = read.rows().stream().map(row -> (Long) row.get("id")).toList();
        return engine.among(object.name(), query.shelf(), query.text(), ids);
    }

    private Rows rows(ObjectDescriptor object, RecordQuery query) {
        Optional<FieldDescriptor> custom = CustomOrder.field(object, query.sort());
        if (custom.isPresent()) {
            List<String> attributes = attributes(object, query.fields(), List.of());
            return new CustomOrder(entities, object, query, attributes, custom.get()).page();
        }
        Keyset order = new Keyset(object, query.sort());
        List<String> attributes = attributes(object, query.fields(), order.steps());
        JpqlText jpql = new JpqlText().append("SELECT e." + String.join(", e.", attributes));
        from(object, query, jpql);
        if (query.cursor() != null && !query.cursor().isEmpty()) {
            jpql.append(" AND " + order.after(Cursor.read(order, query.cursor()), jpql));
        }
        jpql.append(" ORDER BY " + order.orderBy());
        TypedQuery<Object[]> typed = entities.createQuery(jpql.toString(), Object[].class);
        jpql.bindAll(typed);
        List<Row> rows = new ArrayList<>();
        for (Object[] values : typed.setMaxResults(query.limit() + 1).getResultList()) {
            rows.add(new Row(attributes, values));
        }
        if (rows.size() <= query.limit()) {
            return new Rows(rows, Optional.empty());
        }
        List<Row> page = rows.subList(0, query.limit());
        Row last = page.get(page.size() - 1);
        List<Object> position = new ArrayList<>();
        order.steps().forEach(step -> position.add(last.get(step.attribute())));
        return new Rows(page, Optional.of(Cursor.write(order, position)));
    }

    /** The ids of those live records of some that a filter finds. */
    public List<Long> among(ObjectDescriptor object, Filter filter, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        JpqlText jpql = new JpqlText().append("SELECT e.id");
        from(object, RecordQuery.all().filter(filter).on(Shelf.LIVE).among(ids), jpql);
        TypedQuery<Long> typed = entities.createQuery(jpql.toString(), Long.class);
        jpql.bindAll(typed);
        return typed.getResultList();
    }

    /** Source and condition of the query; the entity is {@code e}. */
    static void from(ObjectDescriptor object, RecordQuery query, JpqlText jpql) {
        from(object, query, jpql, "");
    }

    /**
     * @param more further sources, which the caller ties to {@code e}
     */
    static void from(ObjectDescriptor object, RecordQuery query, JpqlText jpql, String more) {
        jpql.append(" FROM " + RecordSource.entity(object) + " e" + more + " WHERE ");
        if (object.isCustom()) {
            jpql.append(RecordSource.restriction(
                    object, "e", jpql.bind(object.custom().id())));
        }
        switch (query.shelf()) {
            case LISTED -> jpql.append(RecordSource.LISTED);
            // An index leads to what is archived; where it is told apart by its time, lists could take that for theirs.
            case ARCHIVED -> jpql.append("e.deletedAt IS NULL AND e.archived = TRUE");
            case LIVE -> jpql.append("e.deletedAt IS NULL");
            case DELETED -> {
                Instant oldest = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(RESTORE_DAYS, ChronoUnit.DAYS);
                jpql.append("e.deletedAt > " + jpql.bind(oldest));
            }
        }
        if (query.filter() != null) {
            jpql.append(" AND " + new FilterCompiler(object, jpql).condition(query.filter()));
        }
    }

    private static List<String> attributes(ObjectDescriptor object, Set<String> fields, List<Keyset.Step> order) {
        Set<String> attributes = new LinkedHashSet<>(List.of("id", "version", "deletedAt", "archivedAt"));
        for (FieldDescriptor field : object.fields().values()) {
            if (fields.isEmpty() || fields.contains(field.name())) {
                attributes.addAll(EntityShape.attributesOf(field));
            }
        }
        fields.stream()
                .filter(field -> object.find(field).isEmpty() && !"id".equals(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidQuery("unknownField", field);
                });
        order.forEach(step -> attributes.add(step.attribute()));
        return List.copyOf(attributes);
    }
}
