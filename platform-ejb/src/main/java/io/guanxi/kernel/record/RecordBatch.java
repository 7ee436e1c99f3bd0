package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.CustomIndex;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry.Action;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes records with everything a write entails – derived fields, history, the event that lets others follow – so that no caller can forget
 * one. One batch lives for one call; it checks values, not permissions: its callers are services.
 */
public final class RecordBatch {

    private final EntityManager entities;
    private final ReferenceCheck references;
    private final CustomIndex customs;
    private final WriteLog log;
    private final TagBook tagBook;
    private final TagWriter tags;
    private final UniqueValues unique;
    private final Parts parts;
    private final RuleBook rules;
    private final RecordValidation validation;
    private final ComputedValues computed;
    private final RecordNumbers numbers;
    private UnaryOperator<ObjectDescriptor> seen;
    private final Map<String, Set<CrmRecord>> written = new LinkedHashMap<>();

    RecordBatch(
            EntityManager entities,
            ReferenceCheck references,
            CustomIndex customs,
            WriteLog log,
            TagBook tagBook,
            TagWriter tags,
            Parts parts,
            RuleBook rules,
            RecordValidation validation,
            ComputedValues computed,
            RecordNumbers numbers,
            UnaryOperator<ObjectDescriptor> seen) {
        this.seen = seen;
        this.entities = entities;
        this.references = references;
        this.customs = customs;
        this.log = log;
        this.tagBook = tagBook;
        this.tags = tags;
        this.parts = parts;
        this.rules = rules;
        this.validation = validation;
        this.numbers = numbers;
        this.computed = computed;
        this.unique = new UniqueValues(entities);
    }

    /** From now on what is written follows from something else than the caller's input: their rights to fields do not matter. */
    RecordBatch byProduct() {
        seen = UnaryOperator.identity();
        return this;
    }

    /** From now on changes carry this time, which is past; null for the real one. */
    void at(Instant time) {
        log.at(time);
    }

    /** From now on changes are marked as a job's, so that they can be taken back. */
    RecordBatch inJob(long id) {
        log.inJob(id);
        return this;
    }

    /** So many records are about to be made together: all of them or none. */
    void requireRoom(ObjectDescriptor object, int more) {
        log.expect(object, more);
    }

    /** What a part about to be made from these members belongs to is nobody else's until the transaction ends. */
    void lockWhole(ObjectDescriptor object, Map<String, Object> members) {
        if (object.partOf() != null) {
            parts.lockWhole(object, members.get(object.partOf()));
        }
    }

    /** Numbers of new records of the object are this batch's until the transaction ends; call it before anything is read. */
    void expectNew(ObjectDescriptor object) {
        numbers.expect(object);
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
        RecordInput input = RecordInput.read(object, seen.apply(object), members);
        input.complete(FieldDefaults.beside(object, members));
        CrmRecord entity = shape.create();
        entity.belongTo(object);
        input.apply(shape, entity);
        entity.derive();
        return new Prepared(input, entity);
    }

    /** A record to be, and the input it is made of. */
    record Prepared(RecordInput input, CrmRecord entity) {}

    CrmRecord persist(ObjectDescriptor object, Prepared prepared, String system, String externalId) {
        log.expect(object, 1);
        CrmRecord entity = prepared.entity();
        references.check(prepared.input(), Map.of());
        resolveTags(object, prepared.input());
        prepared.input().apply(EntityShape.of(object), entity);
        parts.lockWholeOf(object, entity);
        entity.identify(system, externalId);
        Instant made = log.now();
        entity.begin(RecordId.next(), CallContext.require(), made);
        computed.begin(object, entity);
        computed.fill(object, entity, numbers.of(object, made));
        complete(object, entity, Map.of(), prepared.input());
        prepared.input().requireFilled(EntityShape.of(object), entity);
        refuseTaken(object, entity, prepared.input());
        Map<String, Object> values = named(object, entity);
        validation.check(object, Map.of(), values, prepared.input());
        rejectIfInvalid(entity, prepared.input());
        entities.persist(entity);
        references.trust(object.name(), entity.id());
        log.add(object, entity, Action.CREATED, FieldChanges.of(object, Map.of(), values));
        tags.assign(object, entity, true);
        wrote(object, entity);
        customs.add(object, entity.id(), true, EntityShape.of(object).reader(entity));
        return entity;
    }

    private void complete(ObjectDescriptor object, CrmRecord entity, Map<String, Object> before, RecordInput input) {
        rules.of(object.name()).ifPresent(rule -> {
            rule.complete(entity, before, input::error);
            entity.follow();
        });
        computed.compute(object, entity);
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

    /** Names of the record's tags. */
    List<String> tagsOf(ObjectDescriptor object, CrmRecord record) {
        return TagBook.field(object)
                .map(field -> named(object, record).get(field.name()))
                .map(names -> ((List<?>) names).stream().map(String::valueOf).toList())
                .orElse(List.of());
    }

    /** A record that is there for sure may be pointed to without asking. */
    void trust(String object, long record) {
        references.trust(object, record);
        validation.expect(object, record);
    }

    /** These records are about to be written: what their formulas read of others is read together. */
    void foresee(ObjectDescriptor object, Collection<CrmRecord> records) {
        computed.foresee(object, records);
    }

    /** Changes what the patch names; a patch that changes nothing leaves no trace. */
    void update(ObjectDescriptor object, CrmRecord entity, Map<String, Object> patch) {
        parts.lockWholeOf(object, entity);
        EntityShape shape = EntityShape.of(object);
        Map<String, Object> before = named(object, entity);
        RecordInput input =
                RecordInput.read(object, seen.apply(object), MergePatch.withMoneyCompleted(object, before, patch));
        references.check(input, before);
        resolveTags(object, input);
        refuseMove(object, input, before);
        input.refuseEmptied();
        input.throwIfInvalid();
        input.apply(shape, entity);
        entity.derive();
        complete(object, entity, before, input);
        input.requireFilled(shape, entity);
        refuseTaken(object, entity, input);
        Map<String, Object> after = named(object, entity);
        validation.check(object, before, after, input);
        rejectIfInvalid(entity, input);
        Map<String, Object> changes = FieldChanges.of(object, before, after);
        if (changes.isEmpty()) {
            return;
        }
        entity.touch(CallContext.require(), log.now());
        changed(object, entity, changes);
    }

    /** A change that the product makes itself; its history tells of read-only fields too. */
    void change(ObjectDescriptor object, CrmRecord entity, Consumer<CrmRecord> change) {
        Map<String, Object> before = named(object, entity);
        change.accept(entity);
        entity.follow();
        computed.compute(object, entity);
        Map<String, Object> after = named(object, entity);
        Map<String, Object> changes = FieldChanges.ofProduct(object, before, after);
        if (!changes.isEmpty()) {
            entity.touch(CallContext.require(), log.now());
            changed(object, entity, changes);
        }
    }

    /** A line in the history of records that were merged, or parted from each other. */
    void note(ObjectDescriptor object, CrmRecord entity, Action action, List<String> others) {
        log.note(object, entity, action, Map.of(HistoryEntry.OTHERS, others));
    }

    private void changed(ObjectDescriptor object, CrmRecord entity, Map<String, Object> changes) {
        log.add(object, entity, Action.UPDATED, changes);
        if (TagBook.field(object).filter(f -> changes.containsKey(f.name())).isPresent()) {
            tags.assign(object, entity, false);
        }
        if (FieldChanges.concernOwn(changes)) {
            index(object, entity);
        }
        wrote(object, entity);
    }

    /** Brings formulas in line with what is stored; of no interest to the record's history. */
    boolean recompute(ObjectDescriptor object, CrmRecord entity) {
        return recompute(object, entity, Map.of());
    }

    /**
     * Brings computed fields in line with what is stored; of no interest to the record's history.
     *
     * @param rolledUp external forms of roll-ups by name, as they are to be
     * @return whether one of them has another value now
     */
    boolean recompute(ObjectDescriptor object, CrmRecord entity, Map<String, Object> rolledUp) {
        Map<String, Object> before = values(object, entity);
        computed.fill(object, entity, rolledUp);
        computed.fill(object, entity, numbers.missing(object, entity, entity.createdAt()));
        computed.compute(object, entity);
        Map<String, Object> after = named(object, entity);
        Map<String, Object> changes = FieldChanges.computed(object, before, after);
        if (!changes.isEmpty()) {
            index(object, entity);
            log.recomputed(object, entity);
        }
        return !changes.isEmpty();
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
        delete(object, entity, log.now());
    }

    private void delete(ObjectDescriptor object, CrmRecord entity, Instant time) {
        parts.lockWholeOf(object, entity);
        parts.kinds(object).forEach(kind -> parts.of(entity, kind, null).forEach(part -> delete(kind, part, time)));
        entity.delete(CallContext.require(), time);
        log.add(object, entity, Action.DELETED, Map.of());
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
        entity.restore(CallContext.require(), log.now());
        log.add(object, entity, Action.RESTORED, Map.of());
        index(object, entity);
        parts.kinds(object).forEach(kind -> parts.of(entity, kind, deletedAt).forEach(part -> restore(kind, part)));
        wrote(object, entity);
    }

    /** Puts a record aside, or brings it back; its parts stay with it, since nothing lists them but the record itself. */
    void shelve(ObjectDescriptor object, CrmRecord entity, boolean aside) {
        if (entity.isArchived() != aside) {
            entity.shelve(aside, CallContext.require(), log.now());
            log.add(object, entity, aside ? Action.ARCHIVED : Action.UNARCHIVED, Map.of());
        }
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
            tags.flush();
            numbers.flush();
            customs.flush();
            log.flush();
        } catch (PersistenceException | DatabaseFailure e) {
            throw WriteFailures.told(e, unique);
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
                    other.touch(CallContext.require(), log.now());
                    ObjectDescriptor its = parts.describe(other);
                    if (!recompute(its, other)) {
                        log.recomputed(its, other);
                    }
                }));
        written.clear();
        entities.flush();
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
}
