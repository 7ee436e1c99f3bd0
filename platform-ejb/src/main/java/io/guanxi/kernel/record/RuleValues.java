package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleInput;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What rules read of records: the fields at hand, and those of the records they point to when a rule asks for them. Records
 * that a batch knows to be pointed to are read together.
 */
final class RuleValues {

    private static final int MOST_AT_ONCE = 1_000;

    private final EntityManager entities;
    private final ObjectRegistry objects;
    private final TagBook tags;
    private final Map<String, Set<Long>> expected = new HashMap<>();
    private final Map<String, Map<Long, Map<String, Object>>> read = new HashMap<>();

    RuleValues(EntityManager entities, ObjectRegistry objects, TagBook tags) {
        this.entities = entities;
        this.objects = objects;
        this.tags = tags;
    }

    /** The record is likely to be pointed to. */
    void expect(String object, long id) {
        expected.computeIfAbsent(object, none -> new HashSet<>()).add(id);
    }

    /**
     * @param before external forms of the fields as stored; empty for a new record
     * @param after  external forms of the fields as they would be stored
     */
    RuleInput input(ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after) {
        Caller caller = CallContext.require();
        RuleInput input = RuleInput.reading(reader(object, after)).at(Instant.now(), caller.zone());
        RuleInput since = before.isEmpty() ? input : input.withOld(reader(object, before));
        return caller.memberId() == 0
                ? since
                : since.withUser(
                        RecordId.format(caller.memberId()),
                        caller.role() == null ? null : caller.role().name().toLowerCase(Locale.ROOT));
    }

    /** What rules read of a record as it is now; it may be asked for anything. */
    Function<String, Object> of(ObjectDescriptor object, CrmRecord record) {
        Function<String, Object> attributes = EntityShape.of(object).reader(record);
        return name -> object.find(name)
                .map(field -> followed(field, FieldCodec.external(field, attributes)))
                .orElse(null);
    }

    /** What these records point to with some of these fields is likely to be asked for. */
    void expectBehind(
            ObjectDescriptor object, Collection<FieldDescriptor> fields, Collection<? extends CrmRecord> records) {
        EntityShape shape = EntityShape.of(object);
        fields.stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .forEach(field -> records.forEach(record -> {
                    if (shape.get(record, field.name()) instanceof Long target) {
                        expect(field.reference(), target);
                    }
                }));
    }

    private Function<String, Object> reader(ObjectDescriptor object, Map<String, Object> values) {
        return name -> {
            FieldDescriptor field = object.fields().get(name);
            return field == null ? values.get(name) : followed(field, values.get(name));
        };
    }

    /** What a rule that follows references reads in a field; the record behind one is read when the rule asks for it. */
    Object followed(FieldDescriptor field, Object value) {
        boolean leads = value instanceof String && field.type() == FieldType.REFERENCE;
        return leads ? new Behind(field.reference(), (String) value) : value;
    }

    Optional<ObjectDescriptor> find(String object) {
        return objects.find(object);
    }

    private Map<String, Object> behind(String object, long id) {
        Map<Long, Map<String, Object>> known = read.computeIfAbsent(object, none -> new HashMap<>());
        if (!known.containsKey(id)) {
            Set<Long> wanted = expected.computeIfAbsent(object, none -> new HashSet<>());
            wanted.add(id);
            List<Long> ids =
                    wanted.stream().filter(each -> !known.containsKey(each)).toList();
            for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
                known.putAll(load(object, ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE))));
            }
            ids.forEach(each -> known.putIfAbsent(each, Map.of()));
            wanted.clear();
        }
        return known.get(id);
    }

    private Map<Long, Map<String, Object>> load(String name, Collection<Long> ids) {
        ObjectDescriptor object = objects.require(name);
        Map<Long, Map<String, Object>> loaded = new LinkedHashMap<>();
        RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids")
                .setParameter("ids", ids)
                // What is being judged must not be sent ahead.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .forEach(record -> loaded.put(record.id(), RecordBatch.values(object, record)));
        tags.name(object, new ArrayList<>(loaded.values()));
        return loaded;
    }

    /** A record pointed to; its id is known without reading it. */
    private final class Behind extends AbstractMap<String, Object> {

        private final String object;
        private final String id;

        Behind(String object, String id) {
            this.object = object;
            this.id = id;
        }

        @Override
        public Object get(Object member) {
            return member.equals("id") ? id : members().get(member);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> all = new LinkedHashMap<>(members());
            all.put("id", id);
            return all.entrySet();
        }

        private Map<String, Object> members() {
            return behind(object, RecordId.parse(id).orElseThrow());
        }
    }
}
