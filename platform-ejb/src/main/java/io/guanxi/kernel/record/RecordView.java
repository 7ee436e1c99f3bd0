package io.guanxi.kernel.record;

import java.time.Instant;
import java.util.Map;

/**
 * A record as callers see it.
 *
 * @param object  name of its object
 * @param id      opaque id
 * @param version counts changes; what an update must expect
 * @param deleted lies in the recycle bin
 * @param archivedAt when it was put aside; null for a record in use
 * @param values  external forms by field name (see {@link io.guanxi.kernel.object.FieldType}); empty fields are absent
 * @param labels  names of referenced records and members by field name, when they were asked for
 */
public record RecordView(
        String object,
        String id,
        long version,
        boolean deleted,
        Instant archivedAt,
        Map<String, Object> values,
        Map<String, String> labels) {

    /** External form of a field; null when it is empty. */
    public Object value(String field) {
        return values.get(field);
    }

    /** A text field, or empty text. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }
}
