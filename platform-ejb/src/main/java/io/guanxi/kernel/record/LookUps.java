package io.guanxi.kernel.record;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what the rows of one chunk point to, in one statement for each object and key. */
final class LookUps {

    private final EntityManager entities;
    private final ObjectDescriptor object;
    private final Map<String, ObjectDescriptor> targets = new HashMap<>();
    private final Map<Sought, List<Found>> found = new HashMap<>();
    private final Set<Object> made = new HashSet<>();

    private record Sought(String object, String key, String value) {}

    private record Found(long id, String system) {}

    private LookUps(EntityManager entities, ObjectDescriptor object) {
        this.entities = entities;
        this.object = object;
    }

    static LookUps of(
            EntityManager entities,
            ObjectRegistry objects,
            RecordAccess reach,
            ObjectDescriptor object,
            List<RowInput> rows) {
        LookUps lookUps = new LookUps(entities, object);
        Map<Sought, Set<String>> wanted = new LinkedHashMap<>();
        rows.forEach(row -> row.record().forEach((name, value) -> {
            FieldDescriptor field = object.fields().get(name);
            if (value instanceof LookUp lookUp && field != null && field.type() == FieldType.REFERENCE) {
                lookUps.targets.put(name, objects.require(field.reference()));
                wanted.computeIfAbsent(new Sought(field.reference(), lookUp.key(), ""), key -> new HashSet<>())
                        .add(lookUp.value());
            }
        }));
        wanted.forEach((sought, values) -> lookUps.read(objects.require(sought.object()), sought.key(), values));
        lookUps.found.forEach((sought, records) -> {
            ObjectDescriptor target = objects.require(sought.object());
            records.removeIf(record -> !reach.sees(target, record.id()));
        });
        return lookUps;
    }

    private void read(ObjectDescriptor target, String key, Set<String> values) {
        FieldDescriptor field = target.require(key);
        if (field.isCustom()) {
            Set<String> comparable = values.stream()
                    .map(value -> OwnUniqueValues.comparable(field, value))
                    .collect(Collectors.toSet());
            OwnUniqueValues.holders(entities, field, comparable)
                    .forEach((value, id) -> add(new Sought(target.name(), key, value), id, null));
            return;
        }
        RecordSource.select(
                        entities,
                        target,
                        Object[].class,
                        "e.id, e." + key + ", e.externalSystem",
                        "e." + key + " IN :values AND e.deletedAt IS NULL")
                .setParameter("values", values)
                .getResultList()
                .forEach(row -> add(sought(target, key, (String) row[1]), (Long) row[0], (String) row[2]));
    }

    private void add(Sought sought, long id, String system) {
        found.computeIfAbsent(sought, none -> new ArrayList<>()).add(new Found(id, system));
    }

    /** A record that the file itself has brought may be pointed to by the rows after it. */
    void made(CrmRecord record, String externalId) {
        made.add(RecordId.format(record.id()));
        EntityShape shape = EntityShape.of(object);
        if (externalId != null) {
            add(sought(object, LookUp.EXTERNAL_ID, externalId), record.id(), RowImport.SYSTEM);
        }
        object.fields().values().stream()
                .filter(field -> field.unique() || field.name().equals(object.titleField()))
                .filter(field -> shape.get(record, field.name()) != null)
                .forEach(field -> add(
                        sought(object, field.name(), String.valueOf(shape.get(record, field.name()))),
                        record.id(),
                        RowImport.SYSTEM));
    }

    /** Whether an input points to a record that this chunk has made. */
    boolean pointsToNew(Map<String, Object> resolved) {
        return targets.keySet().stream().map(resolved::get).anyMatch(made::contains);
    }

    /** Ids that the rows point to, by object; they are there and live. */
    void trusted(RecordBatch batch) {
        found.forEach((sought, records) -> records.forEach(record -> batch.trust(sought.object(), record.id())));
    }

    /**
     * The input with ids in the place of look-ups.
     *
     * @throws InvalidRecord when something is not found, or more than one record is
     */
    Map<String, Object> resolved(Map<String, Object> input) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> resolved = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            if (value instanceof LookUp lookUp && targets.containsKey(name)) {
                List<Found> records = records(targets.get(name), lookUp);
                if (records.size() == 1) {
                    resolved.put(name, RecordId.format(records.get(0).id()));
                } else {
                    String code = records.isEmpty() ? "lookup.unknown" : "lookup.ambiguous";
                    errors.add(FieldError.of("/" + name, code, lookUp.value()));
                }
            } else {
                resolved.put(name, value);
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return resolved;
    }

    /** Of several systems that use the same id, files mean their own. */
    private List<Found> records(ObjectDescriptor target, LookUp lookUp) {
        List<Found> all = found.getOrDefault(sought(target, lookUp.key(), lookUp.value()), List.of());
        List<Found> own = lookUp.key().equals(LookUp.EXTERNAL_ID)
                ? all.stream()
                        .filter(record -> RowImport.SYSTEM.equals(record.system()))
                        .toList()
                : List.of();
        return own.isEmpty() ? all : own;
    }

    /** Ids of other systems compare exactly, names without case and accents. */
    private static Sought sought(ObjectDescriptor target, String key, String value) {
        FieldDescriptor field = target.require(key);
        String comparable = key.equals(LookUp.EXTERNAL_ID)
                ? value
                : field.isCustom() ? OwnUniqueValues.comparable(field, value) : TagInput.folded(value);
        return new Sought(target.name(), key, comparable);
    }
}
