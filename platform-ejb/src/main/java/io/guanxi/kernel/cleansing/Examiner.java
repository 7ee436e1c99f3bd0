package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.LastUse;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at records one by one and says what is wrong with each; the statements it takes do not grow with the records. */
@ApplicationScoped
public class Examiner {

    @Inject
    private LastUse uses;

    /**
     * What records are measured by.
     *
     * @param staleBefore records that nothing has happened to since are stale; empty where nobody asks
     * @param country     whose national form phone numbers may have, besides that of the record's own country
     */
    record Measure(Optional<Instant> staleBefore, String country) {}

    /** What is wrong with these records, which are in use. */
    List<Observation> examine(ObjectDescriptor object, Collection<RecordView> records, Measure by) {
        List<Observation> observed = new ArrayList<>();
        for (RecordView record : records) {
            List<String> countries = countries(object, record, by);
            object.editableFields().forEach(field -> {
                if (record.value(field.name()) == null) {
                    missing(field, record).ifPresent(observed::add);
                } else {
                    wrong(field, record, countries).ifPresent(observed::add);
                }
            });
        }
        by.staleBefore().ifPresent(before -> observed.addAll(stale(object, records, before)));
        return observed;
    }

    /** A box that is not ticked says no; it is not empty. */
    private static Optional<Observation> missing(FieldDescriptor field, RecordView record) {
        if (!field.required() || field.type() == FieldType.BOOLEAN) {
            return Optional.empty();
        }
        Object preset = field.isCustom() ? field.custom().defaultValue() : null;
        return Optional.of(new Observation(FindingKind.MISSING, inner(record), field.name(), null, preset, null, null));
    }

    private static Optional<Observation> wrong(FieldDescriptor field, RecordView record, List<String> countries) {
        return switch (field.type()) {
            case EMAIL -> single(FindingKind.EMAIL, FieldType.EMAIL, field, record, countries);
            case PHONE -> single(FindingKind.PHONE, FieldType.PHONE, field, record, countries);
            case EMAILS -> listed(FindingKind.EMAIL, FieldType.EMAIL, "address", field, record, countries);
            case PHONES -> listed(FindingKind.PHONE, FieldType.PHONE, "number", field, record, countries);
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> single(
            FindingKind kind, FieldType type, FieldDescriptor field, RecordView record, List<String> countries) {
        String text = record.text(field.name());
        return isRight(type, text)
                ? Optional.empty()
                : Optional.of(new Observation(
                        kind,
                        inner(record),
                        field.name(),
                        text,
                        Repair.of(type, text, countries).orElse(null),
                        null,
                        null));
    }

    /** The list is put right as a whole, or left to a person when one of its elements cannot be. */
    private static Optional<Observation> listed(
            FindingKind kind,
            FieldType type,
            String member,
            FieldDescriptor field,
            RecordView record,
            List<String> countries) {
        List<String> wrong = new ArrayList<>();
        List<Object> right = new ArrayList<>();
        boolean isKnown = true;
        for (Object element : (List<?>) record.value(field.name())) {
            Map<String, Object> members = new LinkedHashMap<>();
            ((Map<?, ?>) element).forEach((name, value) -> members.put((String) name, value));
            String text = String.valueOf(members.get(member));
            if (!isRight(type, text)) {
                wrong.add(text);
                Optional<String> repaired = Repair.of(type, text, countries);
                isKnown &= repaired.isPresent();
                members.put(member, repaired.orElse(text));
            }
            right.add(members);
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Observation(
                        kind,
                        inner(record),
                        field.name(),
                        String.join(", ", wrong),
                        isKnown ? right : null,
                        null,
                        null));
    }

    private static boolean isRight(FieldType type, String text) {
        return text.equals(TextRules.canonical(type, text));
    }

    private static List<String> countries(ObjectDescriptor object, RecordView record, Measure by) {
        List<String> countries = new ArrayList<>();
        object.fields().values().stream()
                .filter(field -> field.type() == FieldType.COUNTRY)
                .map(field -> record.text(field.name()))
                .filter(country -> !country.isEmpty())
                .forEach(countries::add);
        countries.add(by.country());
        return countries;
    }

    private List<Observation> stale(ObjectDescriptor object, Collection<RecordView> records, Instant before) {
        Map<Long, Instant> quiet = new LinkedHashMap<>();
        records.forEach(record -> {
            Instant changed = Instant.parse(record.text("updatedAt"));
            if (changed.isBefore(before)) {
                quiet.put(inner(record), changed);
            }
        });
        Map<Long, LastUse.Use> used = uses.of(object, quiet.keySet());
        List<Observation> stale = new ArrayList<>();
        quiet.forEach((id, changed) -> {
            Optional<LastUse.Use> use = Optional.ofNullable(used.get(id));
            if (use.filter(one -> !one.at().isBefore(before)).isEmpty()) {
                stale.add(new Observation(
                        FindingKind.STALE,
                        id,
                        "",
                        changed.toString(),
                        Observation.ARCHIVE,
                        use.map(LastUse.Use::at).orElse(null),
                        use.map(LastUse.Use::object).orElse(null)));
            }
        });
        return stale;
    }

    private static long inner(RecordView record) {
        return RecordId.parse(record.id()).orElseThrow();
    }
}
