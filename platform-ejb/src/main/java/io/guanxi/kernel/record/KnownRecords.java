package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records of the tenant that rows of one chunk mean, found in one statement for each way to know them. */
final class KnownRecords {

    private static final String EXTERNAL_ID = LookUp.EXTERNAL_ID;

    private final ObjectDescriptor object;
    private final DuplicateRule rule;
    private final Map<Object, CrmRecord> byKey = new HashMap<>();
    private final Set<String> externalIds = new HashSet<>();

    private KnownRecords(ObjectDescriptor object, DuplicateRule rule) {
        this.object = object;
        this.rule = rule;
    }

    static KnownRecords of(
            EntityManager entities,
            RecordFinder finder,
            ObjectDescriptor object,
            DuplicateRule rule,
            List<RowInput> rows,
            List<RecordBatch.Prepared> prepared) {
        KnownRecords known = new KnownRecords(object, rule);
        Set<String> ids = rows.stream().flatMap(r -> r.externalId().stream()).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            known.readExternalIds(entities, finder, ids);
        }
        if (rule.mode() != DuplicateRule.Mode.CREATE && !EXTERNAL_ID.equals(rule.key())) {
            Set<Object> keys = prepared.stream()
                    .map(p -> known.rawKey(p.entity()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (!keys.isEmpty()) {
                known.readKeys(entities, keys);
            }
        }
        return known;
    }

    private void readExternalIds(EntityManager entities, RecordFinder finder, Collection<String> ids) {
        RecordSource.select(
                        entities, object, CrmRecord.class, "e", "e.externalSystem = :system AND e.externalId IN :ids")
                .setParameter("system", RowImport.SYSTEM)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(record -> {
                    externalIds.add(record.externalId());
                    CrmRecord meant = finder.survivor(object, record).orElse(record);
                    if (EXTERNAL_ID.equals(rule.key()) && !meant.isDeleted()) {
                        byKey.put(record.externalId(), meant);
                    }
                });
    }

    private void readKeys(EntityManager entities, Collection<Object> keys) {
        FieldDescriptor field = object.require(rule.key());
        if (field.isCustom()) {
            readOwnKeys(entities, field, keys);
            return;
        }
        RecordSource.select(
                        entities,
                        object,
                        CrmRecord.class,
                        "e",
                        "e." + rule.key() + " IN :keys AND e.deletedAt IS NULL ORDER BY e.id")
                .setParameter("keys", keys)
                .getResultList()
                .forEach(record -> byKey.putIfAbsent(folded(rawKey(record)), record));
    }

    private void readOwnKeys(EntityManager entities, FieldDescriptor field, Collection<Object> keys) {
        Collection<Long> ids = OwnUniqueValues.holders(
                        entities,
                        field,
                        keys.stream()
                                .map(key -> OwnUniqueValues.comparable(field, (String) key))
                                .toList())
                .values();
        if (!ids.isEmpty()) {
            RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids AND e.deletedAt IS NULL")
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(record -> byKey.putIfAbsent(folded(rawKey(record)), record));
        }
    }

    /** The record a row means, if it is there already or a row before has made it. */
    Optional<CrmRecord> find(RecordBatch.Prepared prepared, RowInput row) {
        if (rule.mode() == DuplicateRule.Mode.CREATE) {
            return Optional.empty();
        }
        return Optional.ofNullable(byKey.get(key(prepared, row)));
    }

    /** Those that are there already. */
    Collection<CrmRecord> all() {
        return byKey.values();
    }

    boolean hasExternalId(String id) {
        return externalIds.contains(id);
    }

    void add(RecordBatch.Prepared prepared, RowInput row, CrmRecord made) {
        row.externalId().ifPresent(externalIds::add);
        Object key = rule.mode() == DuplicateRule.Mode.CREATE ? null : key(prepared, row);
        if (key != null) {
            byKey.putIfAbsent(key, made);
        }
    }

    private Object key(RecordBatch.Prepared prepared, RowInput row) {
        return EXTERNAL_ID.equals(rule.key()) ? row.externalId().orElse(null) : folded(rawKey(prepared.entity()));
    }

    private Object rawKey(CrmRecord entity) {
        return EntityShape.of(object).get(entity, rule.key());
    }

    /** Texts compare as the database compares them: without case and accents. */
    private static Object folded(Object key) {
        return key instanceof String text
                ? Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                : key;
    }
}
