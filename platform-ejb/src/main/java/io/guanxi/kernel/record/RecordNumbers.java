package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.NumberFormat;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the records of one batch their numbers. A series belongs to one transaction until it ends, so that numbers have no
 * gaps and stand in the order in which records were kept.
 */
final class RecordNumbers {

    private final SqlGateway sql;
    private final Map<Long, Long> next = new LinkedHashMap<>();
    private final Map<Long, Long> stored = new LinkedHashMap<>();

    RecordNumbers(SqlGateway sql) {
        this.sql = sql;
    }

    /** Takes hold of the series of an object; call it before anything is read. */
    void expect(ObjectDescriptor object) {
        series(object).forEach(field -> hold(field.custom().id()));
    }

    /** External forms of the numbers of a record, by name of the field. */
    Map<String, Object> of(ObjectDescriptor object, Instant made) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (FieldDescriptor field : series(object)) {
            long id = field.custom().id();
            hold(id);
            LocalDate day = LocalDate.ofInstant(made, CallContext.require().zone());
            numbers.put(
                    field.name(),
                    NumberFormat.of(field.numbering().orElseThrow().format()).write(next.get(id), day));
            next.merge(id, 1L, Long::sum);
        }
        return numbers;
    }

    /** The same for those of a record that have none, since the field is younger. */
    Map<String, Object> missing(ObjectDescriptor object, CrmRecord entity, Instant made) {
        boolean lacks =
                series(object).stream().anyMatch(field -> EntityShape.of(object).get(entity, field.name()) == null);
        if (!lacks) {
            return Map.of();
        }
        Map<String, Object> numbers = of(object, made);
        numbers.keySet().removeIf(name -> EntityShape.of(object).get(entity, name) != null);
        return numbers;
    }

    void flush() {
        next.forEach((id, number) -> {
            if (!number.equals(stored.put(id, number))) {
                sql.change("UPDATE number_series SET next_number = ? WHERE field_id = ? AND tenant_id = ?", number, id);
            }
        });
    }

    private static List<FieldDescriptor> series(ObjectDescriptor object) {
        return object.fields().values().stream()
                .filter(field -> field.numbering().isPresent())
                .toList();
    }

    private void hold(long field) {
        if (!next.containsKey(field)) {
            long number = sql.query(
                            "SELECT next_number FROM number_series WHERE tenant_id = ? AND field_id = ? FOR UPDATE",
                            row -> row.getLong(1),
                            field)
                    .get(0);
            next.put(field, number);
            stored.put(field, number);
        }
    }
}
