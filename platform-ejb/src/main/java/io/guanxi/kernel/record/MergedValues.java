package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the fields of a survivor become: where nobody has chosen, its own value stays, a gap is filled from the others in
 * their order, and lists are united.
 */
public final class MergedValues {

    private MergedValues() {}

    /**
     * Values that change, as a merge patch.
     *
     * @param records the survivor first
     * @param take    id of the record whose value a field takes, by the name of the field; empty values are taken too
     */
    public static Map<String, Object> patch(
            ObjectDescriptor object, List<RecordView> records, Map<String, String> take) {
        RecordView survivor = records.get(0);
        Set<String> ids = new LinkedHashSet<>();
        records.forEach(record -> ids.add(record.id()));
        Map<String, Object> patch = new LinkedHashMap<>();
        for (FieldDescriptor field : object.editableFields()) {
            Object value = value(field, records, take.get(field.name()));
            boolean inward = field.type() == FieldType.REFERENCE && ids.contains(value);
            if (!inward && !Objects.equals(value, survivor.value(field.name()))) {
                patch.put(field.name(), value);
            }
        }
        return patch;
    }

    private static Object value(FieldDescriptor field, List<RecordView> records, String chosen) {
        if (chosen != null) {
            return records.stream()
                    .filter(record -> record.id().equals(chosen))
                    .map(record -> record.value(field.name()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (isUnited(field)) {
            Set<Object> united = new LinkedHashSet<>();
            records.forEach(record -> add(united, record.value(field.name())));
            return united.isEmpty() ? null : new ArrayList<>(united);
        }
        return records.stream()
                .map(record -> record.value(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Fields whose values are lists, to which every record adds its own. */
    public static boolean isUnited(FieldDescriptor field) {
        return field.type().isList() || field.type() == FieldType.TAGS || field.type() == FieldType.MULTI_CHOICE;
    }

    /** A number or address that is there under another label, or in capitals, is there. */
    private static void add(Set<Object> united, Object list) {
        if (list instanceof List<?> elements) {
            elements.stream()
                    .filter(element ->
                            united.stream().noneMatch(known -> essence(known).equals(essence(element))))
                    .forEach(united::add);
        }
    }

    private static Object essence(Object element) {
        if (element instanceof Map<?, ?> members) {
            Map<Object, Object> bare = new LinkedHashMap<>(members);
            bare.remove("label");
            bare.replaceAll((name, value) -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value);
            return bare;
        }
        return element;
    }
}
