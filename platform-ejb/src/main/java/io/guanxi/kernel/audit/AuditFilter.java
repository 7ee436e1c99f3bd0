package io.guanxi.kernel.audit;

import io.guanxi.kernel.id.RecordId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries are looked for.
 *
 * @param kind   {@link #RECORDS}, the name of an {@link AuditArea}, or empty for all
 * @param object name of the object whose records were changed; empty for all
 * @param record outer id of one record of the object; empty for all
 * @param person outer id of who did it; {@link #PRODUCT} for the product itself; empty for everybody
 * @param from   not before this time; null for any
 * @param until  before this time; null for any
 * @param text   stands in the values, the title or the name of who did it; empty for anything
 * @param trace  id of one request; empty for all
 */
public record AuditFilter(
        String kind,
        String object,
        String record,
        String person,
        Instant from,
        Instant until,
        String text,
        String trace) {

    /** Kind of the changes of records. */
    public static final String RECORDS = "records";

    /** In the place of a person. */
    public static final String PRODUCT = "product";

    public static final AuditFilter NONE = new AuditFilter("", "", "", "", null, null, "", "");

    /** As settings of a job. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", kind);
        tree.put("object", object);
        tree.put("record", record);
        tree.put("person", person);
        tree.put("from", from == null ? null : from.toString());
        tree.put("until", until == null ? null : until.toString());
        tree.put("text", text);
        tree.put("trace", trace);
        return tree;
    }

    static AuditFilter of(Map<?, ?> tree) {
        return new AuditFilter(
                (String) tree.get("kind"),
                (String) tree.get("object"),
                (String) tree.get("record"),
                (String) tree.get("person"),
                time(tree.get("from")),
                time(tree.get("until")),
                (String) tree.get("text"),
                (String) tree.get("trace"));
    }

    private static Instant time(Object text) {
        return text == null ? null : Instant.parse((String) text);
    }

    boolean isOfRecords() {
        return kind.isEmpty() && record.isEmpty() && object.isEmpty() || kind.equals(RECORDS) || !object.isEmpty();
    }

    boolean isOfTrail() {
        return object.isEmpty() && !kind.equals(RECORDS);
    }

    Optional<AuditArea> area() {
        return AuditArea.of(kind);
    }

    /** Whether an index leads to the entries in their order. */
    boolean isDirect() {
        return person.isEmpty() && text.isEmpty() && trace.isEmpty() && (object.isEmpty() || !record.isEmpty());
    }

    /** The lowest id of the period; entries have ids by their times. */
    long lowest() {
        return from == null ? 0 : RecordId.firstAt(from);
    }

    /** The first id after the period. */
    long end() {
        return until == null ? Long.MAX_VALUE : RecordId.firstAt(until);
    }
}
