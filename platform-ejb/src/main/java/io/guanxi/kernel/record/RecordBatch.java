package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.custom.CustomIndex;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.error.Causes;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry.Action;
import io.guanxi.kernel.search.SearchIndex;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes records with everything a write entails – derived fields, history, search words – so that no caller can forget
 * one. One batch lives for one call; it checks values, not permissions: its callers are services.
 */
public final class RecordBatch {

    private final EntityManager entities;
    private final ReferenceCheck references;
    private final SearchIndex search;
    private final CustomIndex customs;
    private final EventLog events;
    private final TagBook tagBook;
    private final TagWriter tags;
    private final UniqueValues unique;
    private final Parts parts;
    private final RuleBook rules;
    private final Map<String, Set<CrmRecord>> written = new LinkedHashMap<>();
    private Instant at;

    RecordBatch(
            EntityManager entities,
            ReferenceCheck references,
            SearchIndex search,
            CustomIndex customs,
            EventLog events,
            TagBook tagBook,
            TagWriter tags,
            Parts parts,
            RuleBook rules) {
        this.entities = entities;
        this.references = references;
        this.search = search;
        this.customs = customs;
        this.events = events;
        this.tagBook = tagBook;
        this.tags = tags;
        this.parts = parts;
        this.rules = rules;
        this.unique = new UniqueValues(entities);
    }

    /** From now on changes carry this time, which is past; null for the real one. */
    void at(Instant time) {
        at = time;
    }

    /** What a part about to be made from these members belongs to is nobody else's until the transaction ends. */
    void lockWhole(ObjectDescriptor object, Map<String, Object> members) {
        if (object.partOf() != null) {
            parts.lockWhole(object, members.get(object.partOf()));
        }
    }

    /** The same for a part that is there; call it before anything else is read. */
    void lockWholeOf(ObjectDescriptor object, String id) {
        parts.lockWholeOf(object, id);
    }

    /** A new record from its input; visible to others after {@link #flush()} and commit. */
    CrmRecord create(ObjectDescriptor object, Map<String, Object> members, String system, String externalId) {
        return persist(object, prepare(object, members), system, externalId);
    }

    /** A new record that is not to be stored yet, with its derived fields; what is wrong with it is told when it is. */
    Prepared prepare(ObjectDescriptor object, Map<String, Object> members) {
        EntityShape shape = EntityShape.of(object);
        RecordInput input = RecordInput.read(object, withDefaults(object, members));
        CrmRecord entity = shape.create();
        entity.belongTo(object);
        input.apply(shape, entity);
        entity.derive();
        return new Prepared(input, entity);
    }

    private static Map<String, Object> withDefaults(ObjectDescriptor object, Map<String, Object> members) {
        Map<String, Object> completed = new LinkedHashMap<>(members);
        object.fields().values().stream()
                .filter(FieldDescriptor::isCustom)
                .filter(field -> field.custom().defaultValue() != null)
                .forEach(field ->
                        completed.putIfAbsent(field.name(), field.custom().defaultValue()));
        return completed;
    }

    /** A record to be, and the input it is made of. */
    record Prepared(RecordInput input, CrmRecord entity) {}

    CrmRecord persist(ObjectDescriptor object, Prepared prepared, String system, String externalId) {
        CrmRecord entity = prepared.entity();
        references.check(prepared.input());
        resolveTags(object, prepared.input());
        prepared.input().apply(EntityShape.of(object), entity);
        parts.lockWholeOf(object, entity);
        entity.identify(system, externalId);
        entity.begin(RecordId.next(), CallContext.require(), now());
        complete(object, entity, Map.of(), prepared.input());
        prepared.input().requireFilled(EntityShape.of(object), entity);
        refuseTaken(object, entity, prepared.input());
        rejectIfInvalid(entity, prepared.input());
        entities.persist(entity);
        references.trust(object.name(), entity.id());
        Map<String, Object> values = named(object, entity);
        record(object, entity, Action.CREATED, changes(object, Map.of(), values));
        tags.assign(object, entity, true);
        wrote(object, entity);
        search.add(object, entity.id(), values::get);
        customs.add(object, entity.id(), true, EntityShape.of(object).reader(entity));
        return entity;
    }

    private void complete(ObjectDescriptor object, CrmRecord entity, Map<String, Object> before, RecordInput input) {
        rules.of(object.name()).ifPresent(rule -> {
            rule.complete(entity, before, input::error);
            entity.follow();
        });
    }

    private void wrote(ObjectDescriptor object, CrmRecord entity) {
        if (rules.of(object.name()).isPresent()) {
            written.computeIfAbsent(object.name(), none -> new LinkedHashSet<>())
                    .add(entity);
        }
    }

    private void resolveTags(ObjectDescriptor object, RecordInput input) {
        tags.resolve(object, input, made -> members -> create(made, members, null, null));
    }

    private void refuseTaken(ObjectDescriptor object, CrmRecord entity, RecordInput input) {
        unique.taken(object, entity).forEach(field -> input.error(field.pointer(), "value.taken"));
    }

    /** A record that is there for sure may be pointed to without asking. */
    void trust(String object, long record) {
        references.trust(object, record);
    }

    /** Changes what the patch names; a patch that changes nothing leaves no trace. */
    void update(ObjectDescriptor object, CrmRecord entity, Map<String, Object> patch) {
        parts.lockWholeOf(object, entity);
        EntityShape shape = EntityShape.of(object);
        Map<String, Object> before = named(object, entity);
        RecordInput input = RecordInput.read(object, MergePatch.withMoneyCompleted(object, before, patch));
        references.check(input);
        resolveTags(object, input);
        refuseMove(object, input, before);
        input.refuseEmptied();
        input.throwIfInvalid();
        input.apply(shape, entity);
        entity.derive();
        complete(object, entity, before, input);
        input.requireFilled(shape, entity);
        refuseTaken(object, entity, input);
        rejectIfInvalid(entity, input);
        Map<String, Object> after = named(object, entity);
        Map<String, Object> changes = changes(object, before, after);
        if (changes.isEmpty()) {
            return;
        }
        entity.touch(CallContext.require(), now());
        record(object, entity, Action.UPDATED, changes);
        if (search.concerns(object, changes.keySet())) {
            search.replace(object, entity.id(), after::get);
        }
        if (TagBook.field(object).filter(f -> changes.containsKey(f.name())).isPresent()) {
            tags.assign(object, entity, false);
        }
        if (changes.keySet().stream().anyMatch(name -> name.startsWith(CustomField.PREFIX))) {
            index(object, entity);
        }
        wrote(object, entity);
    }

    /** A change that the product makes itself; its history tells of read-only fields too. */
    void change(ObjectDescriptor object, CrmRecord entity, Consumer<CrmRecord> change) {
        Map<String, Object> before = named(object, entity);
        change.accept(entity);
        entity.follow();
        Map<String, Object> after = named(object, entity);
        Map<String, Object> changes = changes(object, before, after, field -> field.derivedFrom() == null);
        if (!changes.isEmpty()) {
            entity.touch(CallContext.require(), now());
            record(object, entity, Action.UPDATED, changes);
            search.replace(object, entity.id(), after::get);
            wrote(object, entity);
        }
    }

    /** A part stays with its whole. */
    private static void refuseMove(ObjectDescriptor object, RecordInput input, Map<String, Object> before) {
        if (object.partOf() != null && input.moves(object.require(object.partOf()), before.get(object.partOf()))) {
            input.error("/" + object.partOf(), "part.fixed");
        }
    }

    /** What was applied to a managed entity must not be flushed by a caller that goes on after the error. */
    private void rejectIfInvalid(CrmRecord entity, RecordInput input) {
        try {
            input.throwIfInvalid();
        } catch (RuntimeException e) {
            if (entities.contains(entity)) {
                entities.detach(entity);
            }
            unique.release(entity);
            throw e;
        }
    }

    /** Moves a record to the recycle bin, and its parts with it. */
    void delete(ObjectDescriptor object, CrmRecord entity) {
        delete(object, entity, now());
    }

    private void delete(ObjectDescriptor object, CrmRecord entity, Instant time) {
        parts.lockWholeOf(object, entity);
        parts.kinds(object).forEach(kind -> parts.of(entity, kind, null).forEach(part -> delete(kind, part, time)));
        entity.delete(CallContext.require(), time);
        record(object, entity, Action.DELETED, Map.of());
        index(object, entity);
        wrote(object, entity);
    }

    /**
     * Brings a record back, with the parts that went with it.
     *
     * @throws DuplicateValue when a live record has taken a unique value meanwhile
     */
    void restore(ObjectDescriptor object, CrmRecord entity) {
        unique.taken(object, entity).stream().findFirst().ifPresent(field -> {
            throw new DuplicateValue(field.name());
        });
        Instant deletedAt = entity.deletedAt();
        parts.lockWholeOf(object, entity);
        entity.restore(CallContext.require(), now());
        record(object, entity, Action.RESTORED, Map.of());
        index(object, entity);
        parts.kinds(object).forEach(kind -> parts.of(entity, kind, deletedAt).forEach(part -> restore(kind, part)));
        wrote(object, entity);
    }

    /**
     * Sends everything to the database.
     *
     * @throws StaleRecord when another transaction changed a record meanwhile
     * @throws DuplicateValue when another transaction took an external id or a unique value meanwhile
     */
    void flush() {
        try {
            entities.flush();
            settle();
            search.flush();
            tags.flush();
            customs.flush();
            events.flush();
        } catch (OptimisticLockException e) {
            throw new StaleRecord();
        } catch (PersistenceException | DatabaseFailure e) {
            SQLException cause = sqlCause(e);
            // 1020: MariaDB's snapshot isolation; 1062: duplicate key.
            if (cause != null && cause.getErrorCode() == 1020) {
                throw new StaleRecord();
            }
            if (cause != null && cause.getErrorCode() == 1062) {
                throw new DuplicateValue(unique.fieldOf(cause.getMessage()).orElse("externalId"));
            }
            throw e;
        }
    }

    private void index(ObjectDescriptor object, CrmRecord entity) {
        customs.replace(
                object, entity.id(), !entity.isDeleted(), EntityShape.of(object).reader(entity));
    }

    /** Others that follow from what was written are written as well; they follow from nothing themselves. */
    private void settle() {
        if (written.isEmpty()) {
            return;
        }
        written.forEach((object, records) -> rules.of(object)
                .orElseThrow()
                .settle(records)
                .forEach(other -> {
                    other.touch(CallContext.require(), now());
                    events.add(parts.objectOf(other), other.id(), RecordEvent.Kind.UPDATED);
                }));
        written.clear();
        entities.flush();
    }

    private static SQLException sqlCause(Throwable failure) {
        return (SQLException) Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    private void record(ObjectDescriptor object, CrmRecord entity, Action action, Map<String, Object> changes) {
        Caller caller = CallContext.require();
        events.add(object.name(), entity.id(), RecordEvent.Kind.valueOf(action.name()));
        entities.persist(new RecordChange(
                RecordId.next(),
                entity,
                object.name(),
                action,
                caller,
                now(),
                changes.isEmpty() ? null : JsonTree.write(changes)));
    }

    private static Map<String, Object> changes(
            ObjectDescriptor object, Map<String, Object> before, Map<String, Object> after) {
        return changes(object, before, after, field -> !field.readOnly());
    }

    private static Map<String, Object> changes(
            ObjectDescriptor object,
            Map<String, Object> before,
            Map<String, Object> after,
            Predicate<FieldDescriptor> told) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (FieldDescriptor field : object.fields().values()) {
            Object old = before.get(field.name());
            Object now = after.get(field.name());
            if (told.test(field) && !Objects.equals(old, now)) {
                changes.put(field.name(), Arrays.asList(old, now));
            }
        }
        return changes;
    }

    private Map<String, Object> named(ObjectDescriptor object, CrmRecord entity) {
        Map<String, Object> values = values(object, entity);
        tagBook.name(object, List.of(values));
        return values;
    }

    /** External forms of all fields that are not empty, tags as ids. */
    static Map<String, Object> values(ObjectDescriptor object, CrmRecord entity) {
        return FieldCodec.external(EntityShape.of(object).reader(entity));
    }

    /** The database keeps microseconds; what is answered must be what is read later. */
    private Instant now() {
        return at != null ? at : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
