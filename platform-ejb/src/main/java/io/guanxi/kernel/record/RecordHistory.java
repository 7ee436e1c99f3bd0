package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.record.HistoryEntry.Change;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who changed what in a record, newest first. */
@Stateless
@TenantBound
public class RecordHistory {

    private static final int MAX_LIMIT = 100;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordReader reader;

    /**
     * Changes of a record, live or in the recycle bin. Needs {@code read}.
     *
     * @param cursor where the page before ended; null for the newest
     */
    public HistoryPage of(String object, String id, String cursor, int limit) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        long record = finder.require(descriptor, id, Operation.READ).id();
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQuery("limit", MAX_LIMIT);
        }
        long before = cursor == null || cursor.isEmpty()
                ? Long.MAX_VALUE
                : RecordId.parse(cursor).orElseThrow(() -> new InvalidQuery("cursor"));
        List<RecordChange> changes = entities.createQuery(
                        "SELECT c FROM RecordChange c WHERE c.object = :object AND c.recordId = :record AND c.id < :before"
                                + " ORDER BY c.id DESC",
                        RecordChange.class)
                .setParameter("object", object)
                .setParameter("record", record)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
        boolean more = changes.size() > limit;
        List<RecordChange> page = more ? changes.subList(0, limit) : changes;
        List<HistoryEntry> entries = entries(descriptor, page);
        return new HistoryPage(
                entries, more ? Optional.of(entries.get(entries.size() - 1).id()) : Optional.empty());
    }

    /**
     * Changes made before an instant, or in it with a lower id, newest first. Needs {@code read}; that the record is there
     * has been asked.
     */
    public List<HistoryEntry> before(String object, long record, Instant at, long id, int limit) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        return entries(
                descriptor,
                entities.createQuery(
                                "SELECT c FROM RecordChange c WHERE c.object = :object AND c.recordId = :record"
                                        + " AND (c.madeAt < :at OR c.madeAt = :at AND c.id < :id)"
                                        + " ORDER BY c.madeAt DESC, c.id DESC",
                                RecordChange.class)
                        .setParameter("object", object)
                        .setParameter("record", record)
                        .setParameter("at", at)
                        .setParameter("id", id)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The last time that the record was archived. Needs {@code read}. */
    public Optional<HistoryEntry> archiving(String object, String id) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.READ);
        List<RecordChange> last = entities.createQuery(
                        "SELECT c FROM RecordChange c WHERE c.object = :object AND c.recordId = :record"
                                + " AND c.action = :archived ORDER BY c.id DESC",
                        RecordChange.class)
                .setParameter("object", object)
                .setParameter("record", RecordId.parse(id).orElse(0))
                .setParameter("archived", HistoryEntry.Action.ARCHIVED.name())
                .setMaxResults(1)
                .getResultList();
        return entries(descriptor, last).stream().findFirst();
    }

    /** Some changes of records of an object, by their outer ids. Needs {@link Feature#AUDIT}, which tells of all records. */
    public List<HistoryEntry> entries(String object, Collection<String> ids) {
        access.require(Feature.AUDIT);
        List<Long> inner = ids.stream()
                .map(id -> RecordId.parse(id).orElseThrow(() -> new InvalidQuery("cursor")))
                .toList();
        return objects.find(object)
                .map(descriptor -> entries(
                        descriptor,
                        entities.createQuery("SELECT c FROM RecordChange c WHERE c.id IN :ids", RecordChange.class)
                                .setParameter("ids", inner)
                                .getResultList()))
                .orElse(List.of());
    }

    /**
     * What records of an object are called now, by their outer ids; those that are gone are absent. Needs
     * {@link Feature#AUDIT}.
     */
    public Map<String, String> titles(String object, Collection<String> ids) {
        access.require(Feature.AUDIT);
        return objects.find(object).isPresent() ? reader.names(object, new HashSet<>(ids)) : Map.of();
    }

    private List<HistoryEntry> entries(ObjectDescriptor object, List<RecordChange> page) {
        ObjectDescriptor seen = access.seen(object);
        List<Map<String, Object>> trees = page.stream()
                .map(c -> c.changes() == null ? Map.<String, Object>of() : JsonTree.readObject(c.changes()))
                .toList();
        Map<String, Map<String, String>> names = names(seen, trees);
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            RecordChange change = page.get(i);
            entries.add(new HistoryEntry(
                    RecordId.format(change.id()),
                    change.action(),
                    change.madeAt(),
                    change.madeByName(),
                    change.madeByKind(),
                    changes(seen, trees.get(i), names),
                    others(seen, trees.get(i), names)));
        }
        return entries;
    }

    private static List<Change> changes(
            ObjectDescriptor object, Map<String, Object> tree, Map<String, Map<String, String>> names) {
        List<Change> changes = new ArrayList<>();
        tree.forEach((name, pair) -> object.find(name).ifPresent(field -> {
            List<?> values = field.sensitive() ? masked((List<?>) pair) : (List<?>) pair;
            Map<String, String> labels = names.getOrDefault(target(field), Map.of());
            changes.add(new Change(
                    name, values.get(0), values.get(1), label(labels, values.get(0)), label(labels, values.get(1))));
        }));
        return changes;
    }

    /** That there was a value may be known, not which. */
    private static List<?> masked(List<?> values) {
        return Arrays.asList(values.stream()
                .map(value -> value == null ? null : HistoryEntry.MASK)
                .toArray());
    }

    private static List<Choice> others(
            ObjectDescriptor object, Map<String, Object> tree, Map<String, Map<String, String>> names) {
        Map<String, String> known = names.getOrDefault(object.name(), Map.of());
        return ids(tree).map(id -> new Choice(id, known.getOrDefault(id, id))).toList();
    }

    private static Stream<String> ids(Map<String, Object> tree) {
        return tree.get(HistoryEntry.OTHERS) instanceof List<?> ids
                ? ids.stream().map(String.class::cast)
                : Stream.empty();
    }

    private static String label(Map<String, String> labels, Object id) {
        return id instanceof String text ? labels.get(text) : null;
    }

    private Map<String, Map<String, String>> names(ObjectDescriptor object, List<Map<String, Object>> trees) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Map<String, Object> tree : trees) {
            ids(tree)
                    .forEach(id -> ids.computeIfAbsent(object.name(), key -> new HashSet<>())
                            .add(id));
            tree.forEach((name, pair) -> object.find(name)
                    .filter(f -> f.type() == FieldType.REFERENCE || f.type() == FieldType.MEMBER)
                    .ifPresent(f -> ((List<?>) pair)
                            .stream()
                                    .filter(String.class::isInstance)
                                    .forEach(id -> ids.computeIfAbsent(target(f), key -> new HashSet<>())
                                            .add((String) id))));
        }
        Map<String, Map<String, String>> names = new HashMap<>();
        ids.forEach((target, wanted) -> names.put(target, reader.names(target, wanted)));
        return names;
    }

    private static String target(FieldDescriptor field) {
        return field.type() == FieldType.REFERENCE ? field.reference() : "";
    }
}
