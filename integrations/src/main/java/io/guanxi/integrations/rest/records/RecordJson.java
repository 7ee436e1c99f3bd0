package io.guanxi.integrations.rest.records;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as members of JSON: {@code id} and {@code version} always, then the fields asked for.
 *
 * <p>A single record shows its empty fields as {@code null}, so that a partner sees what there is; in lists they are
 * left out.
 */
public final class RecordJson {

    private RecordJson() {}

    /** Every field asked for, empty ones as null. */
    public static Map<String, Object> single(ObjectDescriptor object, RecordView record, FieldSelection fields) {
        return members(object, record, fields, true);
    }

    /** The filled ones of the fields asked for. */
    public static Map<String, Object> item(ObjectDescriptor object, RecordView record, FieldSelection fields) {
        return members(object, record, fields, false);
    }

    public static List<Map<String, Object>> items(
            ObjectDescriptor object, List<RecordView> records, FieldSelection fields) {
        return records.stream().map(record -> item(object, record, fields)).toList();
    }

    private static Map<String, Object> members(
            ObjectDescriptor object, RecordView record, FieldSelection fields, boolean empty) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", record.id());
        members.put("version", record.version());
        if (record.deleted()) {
            members.put("deleted", true);
        }
        if (record.archivedAt() != null) {
            members.put("archivedAt", record.archivedAt().toString());
        }
        // An object may have hundreds of fields that most records have no value in.
        (empty ? object.fields().keySet() : record.values().keySet())
                .stream()
                        .filter(fields::contains)
                        .forEach(name -> CustomMembers.put(members, name, record.value(name)));
        return members;
    }
}
