package io.guanxi.kernel.record;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry.Action;
import io.guanxi.kernel.record.UndoneChange.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes changes of records of one object back, within the chunk of {@link RecordUndo}. */
final class ObjectUndo {

    private final EntityManager entities;
    private final SqlGateway sql;
    private final RecordBatch batch;
    private final ChangeLog log;
    private final Dependants pointers;
    private final ObjectDescriptor object;
    private final EntityShape shape;
    private final Map<Long, CrmRecord> records = new HashMap<>();
    private Map<Long, Long> pointedTo = Map.of();

    ObjectUndo(
            EntityManager entities,
            SqlGateway sql,
            RecordBatch batch,
            ChangeLog log,
            Dependants pointers,
            ObjectDescriptor object) {
        this.entities = entities;
        this.sql = sql;
        this.batch = batch;
        this.log = log;
        this.pointers = pointers;
        this.object = object;
        this.shape = EntityShape.of(object);
    }

    /** What became of each change, by its id. */
    Map<Long, UndoneChange> undo(List<RecordChange> changes) {
        List<Long> ids = changes.stream().map(RecordChange::recordId).distinct().toList();
        RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids")
                .setParameter("ids", ids)
                .getResultList()
                .forEach(record -> records.put(record.id(), record));
        batch.foresee(object, records.values());
        List<Long> made = ids.stream().filter(this::isMade).toList();
        if (!made.isEmpty()) {
            pointedTo = pointers.to(object, made);
        }
        Map<Long, UndoneChange> undone = new LinkedHashMap<>();
        List<Long> removed = new ArrayList<>();
        for (RecordChange change : changes) {
            UndoneChange result = undo(change);
            undone.put(change.id(), result);
            if (result.kind() == Kind.REMOVED) {
                removed.add(change.recordId());
            }
        }
        untag(removed);
        return undone;
    }

    private boolean isMade(long record) {
        return log.own(new ChangeLog.Key(object.name(), record)).get(0).action() == Action.CREATED;
    }

    private UndoneChange undo(RecordChange change) {
        ChangeLog.Key key = ChangeLog.Key.of(change);
        List<RecordChange> own = log.own(key);
        CrmRecord record = records.get(change.recordId());
        boolean isMade = isMade(change.recordId());
        // What was made goes when everything the job did later has: only then does nothing of the job point to it.
        RecordChange due = own.get(isMade ? 0 : own.size() - 1);
        if (record == null || due.id() != change.id() || log.isSettled(key)) {
            return result(Kind.SETTLED, change, record, List.of());
        }
        Optional<RecordChange> since = log.since(key);
        if (since.isPresent() && !(isMade && record.isDeleted())) {
            RecordChange edit = since.get();
            return result(
                    Kind.KEPT,
                    change,
                    record,
                    RecordUndo.reason(
                            "undo.edited", edit.madeByName(), edit.madeAt().toString()));
        }
        if (isMade) {
            return remove(change, record);
        }
        List<FieldError> errors = putBack(own, record);
        return result(errors.isEmpty() ? Kind.REVERTED : Kind.FAILED, change, records.get(change.recordId()), errors);
    }

    private UndoneChange remove(RecordChange change, CrmRecord record) {
        long others = pointedTo.getOrDefault(record.id(), 0L);
        if (others > 0) {
            return result(Kind.KEPT, change, record, RecordUndo.reason("undo.used", others));
        }
        if (!record.isDeleted()) {
            batch.delete(object, record);
        }
        record.withdraw();
        object.fields().values().stream()
                .filter(field -> field.type() == FieldType.REFERENCE
                        && !field.isCustom()
                        && object.name().equals(field.reference()))
                .map(field -> (Long) shape.get(record, field.name()))
                .filter(pointedTo::containsKey)
                .forEach(target -> pointedTo.merge(target, -1L, Long::sum));
        return result(Kind.REMOVED, change, record, List.of());
    }

    /** Lists find records by these rows; a tag that stands at nothing else may go as well. */
    private void untag(List<Long> removed) {
        if (TagBook.field(object).isPresent()) {
            sql.batch(
                    "DELETE FROM record_tag WHERE tenant_id = ? AND object = ? AND record_id = ?",
                    removed.stream().map(id -> new Object[] {object.name(), id}).toList());
        }
    }

    /** What of the record could not go back. */
    private List<FieldError> putBack(List<RecordChange> own, CrmRecord record) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> before = before(own, errors);
        try {
            turn(own, record);
            shelve(own, record);
            attempt(record, before, errors);
        } catch (InvalidRecord e) {
            errors.addAll(e.errors());
            return errors;
        } catch (DuplicateValue e) {
            errors.add(FieldError.of("/" + e.field(), "value.taken"));
            return errors;
        }
        RecordChange first = own.get(0);
        records.get(record.id()).untouch(first.touchedAt(), first.touchedBy());
        return errors;
    }

    /** Deletes what was brought back, and brings back what was deleted. */
    private void turn(List<RecordChange> own, CrmRecord record) {
        boolean wasDeleted = own.stream()
                .filter(change -> change.action() == Action.DELETED || change.action() == Action.RESTORED)
                .findFirst()
                .map(change -> change.action() == Action.RESTORED)
                .orElse(record.isDeleted());
        if (wasDeleted && !record.isDeleted()) {
            batch.delete(object, record);
        } else if (!wasDeleted && record.isDeleted()) {
            batch.restore(object, record);
        }
    }

    /** Archives what was brought back from there, and brings back what was archived. */
    private void shelve(List<RecordChange> own, CrmRecord record) {
        boolean wasArchived = own.stream()
                .filter(change -> change.action() == Action.ARCHIVED || change.action() == Action.UNARCHIVED)
                .findFirst()
                .map(change -> change.action() == Action.UNARCHIVED)
                .orElse(record.isArchived());
        batch.shelve(object, record, wasArchived);
    }

    /** The values that the fields had before the job touched them first; those that are gone are told. */
    private Map<String, Object> before(List<RecordChange> own, List<FieldError> errors) {
        Map<String, Object> before = new LinkedHashMap<>();
        for (RecordChange change : own) {
            if (change.changes() != null) {
                JsonTree.readObject(change.changes())
                        .forEach((field, pair) -> before.putIfAbsent(field, ((List<?>) pair).get(0)));
            }
        }
        before.keySet().removeIf(name -> {
            boolean isGone =
                    object.find(name).filter(field -> !field.readOnly()).isEmpty();
            if (isGone) {
                errors.add(FieldError.of(FieldError.pointerTo(name), "undo.fieldGone"));
            }
            return isGone;
        });
        return before;
    }

    /** All values at once; then, with the rest of the chunk in the database, those that are still right. */
    private void attempt(CrmRecord record, Map<String, Object> before, List<FieldError> errors) {
        try {
            batch.update(object, record, before);
            return;
        } catch (InvalidRecord e) {
            batch.flush();
        }
        CrmRecord again = found(record.id());
        try {
            batch.update(object, again, before);
        } catch (InvalidRecord e) {
            List<String> wrong = e.errors().stream().map(FieldError::member).toList();
            Map<String, Object> rest = before.entrySet().stream()
                    .filter(entry -> !wrong.contains(entry.getKey()))
                    .collect(
                            LinkedHashMap::new, (map, entry) -> map.put(entry.getKey(), entry.getValue()), Map::putAll);
            if (rest.size() == before.size()) {
                throw e;
            }
            errors.addAll(e.errors());
            batch.update(object, found(record.id()), rest);
        }
    }

    /** The record as the database has it; a refused change has let go of the one before. */
    private CrmRecord found(long id) {
        CrmRecord record = RecordSource.select(entities, object, CrmRecord.class, "e", "e.id = :id")
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        records.put(id, record);
        return record;
    }

    private UndoneChange result(Kind kind, RecordChange change, CrmRecord record, List<FieldError> errors) {
        return new UndoneChange(
                kind,
                object.name(),
                RecordId.format(change.recordId()),
                record == null ? "" : String.valueOf(record.title()),
                errors);
    }
}
