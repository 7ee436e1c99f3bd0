package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.EntityShape;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.search.SearchTerms;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The rows of a page and where the next one begins. */
    public record Rows(List<Row> rows, Optional<String> next) {}

    /**
     * @throws InvalidQuery when a part of the query does not fit the object
     */
    public Rows page(ObjectDescriptor object, RecordQuery query) {
        if (query.limit() < 1 || query.limit() > RecordQuery.MAX_LIMIT) {
            throw new InvalidQuery("limit", RecordQuery.MAX_LIMIT);
        }
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
        if (query.deleted()) {
            Instant oldest = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(RESTORE_DAYS, ChronoUnit.DAYS);
            jpql.append("e.deletedAt > " + jpql.bind(oldest));
        } else {
            jpql.append("e.deletedAt IS NULL");
        }
        if (query.filter() != null) {
            jpql.append(" AND " + new FilterCompiler(object, jpql).condition(query.filter()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            words(object, query.text(), jpql);
        }
    }

    private static void words(ObjectDescriptor object, String text, JpqlText jpql) {
        List<String> prefixes = SearchTerms.typed(text);
        if (prefixes.isEmpty()) {
            // Only signs were typed: nothing is called so.
            jpql.append(" AND 1 = 0");
        }
        int number = 0;
        for (String prefix : prefixes) {
            String s = "s" + number++;
            jpql.append(" AND e.id IN (SELECT " + s + ".recordId FROM SearchTerm " + s + " WHERE " + s + ".object = "
                    + jpql.bind(object.name()) + " AND " + s + ".term LIKE " + jpql.bind(JpqlText.prefix(prefix))
                    + " ESCAPE '!')");
        }
    }

    private static List<String> attributes(ObjectDescriptor object, Set<String> fields, List<Keyset.Step> order) {
        Set<String> attributes = new LinkedHashSet<>(List.of("id", "version", "deletedAt"));
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
