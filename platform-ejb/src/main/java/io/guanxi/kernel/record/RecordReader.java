package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.Reach;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.people.PeopleNames;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.query.RecordLists;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes views of rows and entities; names of what they point to come in one statement for each kind of target. */
@ApplicationScoped
public class RecordReader {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private PeopleNames people;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordLists lists;

    List<RecordView> views(ObjectDescriptor object, List<Row> rows, boolean labels) {
        EntityShape shape = EntityShape.of(object);
        List<Map<String, Object>> values =
                rows.stream().map(row -> FieldCodec.external(shape.reader(row))).toList();
        new TagBook(entities).name(object, values);
        List<RecordView> views = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            views.add(new RecordView(
                    object.name(),
                    RecordId.format((Long) row.get("id")),
                    (Long) row.get("version"),
                    row.get("deletedAt") != null,
                    (Instant) row.get("archivedAt"),
                    values.get(i),
                    Map.of()));
        }
        return labels ? labelled(object, views) : views;
    }

    RecordView view(ObjectDescriptor object, CrmRecord entity) {
        Map<String, Object> values = RecordBatch.values(object, entity);
        new TagBook(entities).name(object, List.of(values));
        RecordView view = new RecordView(
                object.name(),
                RecordId.format(entity.id()),
                entity.version(),
                entity.isDeleted(),
                entity.archivedAt(),
                values,
                Map.of());
        return labelled(object, List.of(view)).get(0);
    }

    /** The records in use of these ids, by their ids, without names of what they point to. */
    public Map<Long, RecordView> listed(ObjectDescriptor object, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<CrmRecord> found = RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.id IN :ids AND " + RecordSource.LISTED)
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, RecordView> views = new HashMap<>();
        found.forEach(entity -> views.put(
                entity.id(),
                new RecordView(
                        object.name(),
                        RecordId.format(entity.id()),
                        entity.version(),
                        false,
                        null,
                        RecordBatch.values(object, entity),
                        Map.of())));
        return views;
    }

    /**
     * Those of some records in use that the caller sees, with the fields that exist for them, by their ids.
     *
     * @param known the same with all their fields, for callers who see everything
     */
    public Map<Long, RecordView> seen(ObjectDescriptor object, Map<Long, RecordView> known) {
        Reach reach = access.reach(object, Operation.READ);
        ObjectDescriptor seen = access.seen(object);
        if (known.isEmpty() || reach.isAll() && seen == object) {
            return known;
        }
        RecordQuery query = RecordQuery.all().limit(known.size()).within(reach);
        Map<Long, RecordView> views = new HashMap<>();
        views(seen, lists.among(seen, query, List.copyOf(known.keySet())), false)
                .forEach(view -> views.put(RecordId.parse(view.id()).orElseThrow(), view));
        return views;
    }

    Choice choice(ObjectDescriptor object, Row row) {
        return new Choice(RecordId.format((Long) row.get("id")), (String) row.get(object.titleField()));
    }

    private List<RecordView> labelled(ObjectDescriptor object, List<RecordView> views) {
        Map<String, Set<String>> ids = new HashMap<>();
        List<FieldDescriptor> pointers = object.fields().values().stream()
                .filter(f -> f.type() == FieldType.MEMBER || f.type() == FieldType.REFERENCE)
                .toList();
        for (RecordView view : views) {
            pointers.forEach(field -> {
                if (view.value(field.name()) != null) {
                    ids.computeIfAbsent(target(field), key -> new LinkedHashSet<>())
                            .add(view.text(field.name()));
                }
            });
        }
        Map<String, Map<String, String>> names = new HashMap<>();
        ids.forEach((target, wanted) -> names.put(target, names(target, wanted)));
        return views.stream().map(view -> labelled(view, pointers, names)).toList();
    }

    private static RecordView labelled(
            RecordView view, List<FieldDescriptor> pointers, Map<String, Map<String, String>> names) {
        Map<String, String> labels = new HashMap<>();
        pointers.forEach(field -> {
            String name = names.getOrDefault(target(field), Map.of()).get(view.text(field.name()));
            if (name != null) {
                labels.put(field.name(), name);
            }
        });
        return new RecordView(
                view.object(), view.id(), view.version(), view.deleted(), view.archivedAt(), view.values(), labels);
    }

    private static String target(FieldDescriptor field) {
        return field.type() == FieldType.MEMBER ? "" : field.reference();
    }

    /**
     * Names by outside id; of records that the caller does not see there is none.
     *
     * @param target object pointed to; empty for people
     */
    public Map<String, String> names(String target, Collection<String> ids) {
        List<Long> inner =
                ids.stream().map(id -> RecordId.parse(id).orElseThrow()).toList();
        Map<String, String> names = new HashMap<>();
        if (target.isEmpty()) {
            people.of(inner).forEach((id, name) -> names.put(RecordId.format(id), name));
            return names;
        }
        ObjectDescriptor object = objects.require(target);
        Reach reach = access.reach(object, Operation.READ);
        if (!reach.isAll()) {
            RecordQuery query = RecordQuery.all()
                    .on(Shelf.LIVE)
                    .fields(Set.of(object.titleField()))
                    .limit(Math.max(1, inner.size()))
                    .within(reach);
            lists.among(object, query, inner).forEach(row -> {
                Choice choice = choice(object, row);
                names.put(choice.id(), choice.label());
            });
            return names;
        }
        RecordSource.select(entities, object, Object[].class, "e.id, e." + object.titleField(), "e.id IN :ids")
                .setParameter("ids", inner)
                .getResultList()
                .forEach(row -> names.put(RecordId.format((Long) row[0]), (String) row[1]));
        return names;
    }
}
