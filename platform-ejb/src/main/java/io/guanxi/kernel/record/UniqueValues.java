package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.IndexedValue;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of unique fields: whether another live record has one, in the database or in the same batch. */
final class UniqueValues {

    private static final Pattern TAKEN_KEY = Pattern.compile("for key '(?:\\w+\\.)?(\\w+)_unique'");

    /** The index of a tenant's own unique fields begins with tenant and field. */
    private static final Pattern TAKEN_CUSTOM =
            Pattern.compile("Duplicate entry '\\d+-(\\d+)-.*' for key '(?:\\w+\\.)?custom_value_unique'");

    private final EntityManager entities;
    private final Map<List<Object>, Long> taken = new HashMap<>();
    private final Map<String, ObjectDescriptor> checked = new HashMap<>();

    UniqueValues(EntityManager entities) {
        this.entities = entities;
    }

    /** Fields whose value some other live record has; remembers the others as this record's. */
    List<FieldDescriptor> taken(ObjectDescriptor object, CrmRecord record) {
        EntityShape shape = EntityShape.of(object);
        List<FieldDescriptor> unique = object.fields().values().stream()
                .filter(FieldDescriptor::unique)
                .toList();
        if (!unique.isEmpty()) {
            checked.put(object.name(), object);
        }
        return unique.stream()
                .filter(field -> isTaken(object, field, record, shape.get(record, field.name())))
                .toList();
    }

    private boolean isTaken(ObjectDescriptor object, FieldDescriptor field, CrmRecord record, Object value) {
        if (value == null) {
            return false;
        }
        Object compared = value instanceof String text ? TagInput.folded(text) : value;
        Long other = taken.putIfAbsent(List.of(object.name(), field.name(), compared), record.id());
        if (other != null) {
            return other != record.id();
        }
        boolean isTaken = field.isCustom()
                ? isHeld(object, field, record, value)
                : !RecordSource.select(
                                entities,
                                object,
                                Long.class,
                                "e.id",
                                "e." + field.name() + " = :value AND e.deletedAt IS NULL AND e.id <> :id")
                        .setParameter("value", value)
                        .setParameter("id", record.id())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
        if (isTaken) {
            taken.put(List.of(object.name(), field.name(), compared), -1L);
        }
        return isTaken;
    }

    /** The record is not stored after all: what it would have had is free for the next one. */
    void release(CrmRecord record) {
        taken.values().removeIf(id -> id == record.id());
    }

    private boolean isHeld(ObjectDescriptor object, FieldDescriptor field, CrmRecord record, Object value) {
        return !entities.createQuery(
                        "SELECT v.recordId FROM CustomValue v WHERE v.fieldId = :field AND v.uniqueValue = :value"
                                + " AND v.recordId <> :id",
                        Long.class)
                .setParameter("field", field.custom().id())
                .setParameter("value", IndexedValue.of(field.type(), value).unique())
                .setParameter("id", record.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The field whose index another transaction's row stands in the way of, by the database's message. */
    Optional<String> fieldOf(String message) {
        Matcher custom = TAKEN_CUSTOM.matcher(String.valueOf(message));
        if (custom.find()) {
            return customField(Long.parseLong(custom.group(1)));
        }
        Matcher key = TAKEN_KEY.matcher(String.valueOf(message));
        return key.find() ? field(checked.values(), key.group(1)) : Optional.empty();
    }

    private Optional<String> customField(long id) {
        return checked.values().stream()
                .flatMap(object -> object.fields().values().stream())
                .filter(field -> field.isCustom() && field.custom().id() == id)
                .map(FieldDescriptor::name)
                .findFirst();
    }

    private static Optional<String> field(Collection<ObjectDescriptor> objects, String key) {
        return objects.stream()
                .flatMap(object -> object.fields().values().stream())
                .filter(FieldDescriptor::unique)
                .map(FieldDescriptor::name)
                .filter(name ->
                        key.endsWith("_" + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
