package io.guanxi.kernel.record;

import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Does one thing to many records in the transaction of its caller, a chunk at a time. The job has checked permissions. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RecordEdits {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordAccess reach;

    /**
     * What became of one record.
     *
     * @param title  what it is called
     * @param changed false when it was so already, or is gone
     * @param errors why it stays as it is; empty when nothing was wrong
     */
    public record Outcome(String id, String title, boolean changed, List<FieldError> errors) {}

    /**
     * Does it to each record; one that may not be changed so does not keep the others.
     *
     * @param job marks the changes
     * @return one outcome for each id, in order
     */
    public List<Outcome> apply(long job, ObjectDescriptor object, List<String> ids, BulkEdit edit) {
        Map<String, BulkEdit> edits = new LinkedHashMap<>();
        ids.forEach(id -> edits.put(id, edit));
        return apply(job, object, edits);
    }

    /** The same with something else for each record, by its id. */
    public List<Outcome> apply(long job, ObjectDescriptor object, Map<String, BulkEdit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        entities.setFlushMode(FlushModeType.COMMIT);
        RecordBatch batch = writer.begin().inJob(job);
        Map<Long, CrmRecord> records = new TreeMap<>();
        RecordSource.select(entities, object, CrmRecord.class, "e", "e.id IN :ids")
                .setParameter(
                        "ids",
                        edits.keySet().stream()
                                .map(id -> RecordId.parse(id).orElseThrow())
                                .toList())
                .getResultList()
                .forEach(record -> records.put(record.id(), record));
        batch.foresee(object, records.values());
        List<Outcome> outcomes = new ArrayList<>();
        edits.forEach((id, edit) -> {
            Optional<CrmRecord> record =
                    Optional.ofNullable(records.get(RecordId.parse(id).orElseThrow()));
            outcomes.add(record.map(found -> outcome(batch, object, found, edit))
                    .orElseGet(() -> new Outcome(id, "", false, List.of())));
        });
        batch.flush();
        return outcomes;
    }

    private Outcome outcome(RecordBatch batch, ObjectDescriptor object, CrmRecord record, BulkEdit edit) {
        String title = String.valueOf(record.title());
        if (!reach.allows(object, record, edit.action().operation())) {
            return new Outcome(
                    RecordId.format(record.id()), title, false, List.of(FieldError.of("", "record.outOfReach")));
        }
        try {
            return new Outcome(RecordId.format(record.id()), title, isChanged(batch, object, record, edit), List.of());
        } catch (InvalidRecord e) {
            return new Outcome(RecordId.format(record.id()), title, false, e.errors());
        } catch (DuplicateValue e) {
            FieldError taken = FieldError.of(FieldError.pointerTo(e.field()), "value.taken");
            return new Outcome(RecordId.format(record.id()), title, false, List.of(taken));
        }
    }

    private static boolean isChanged(RecordBatch batch, ObjectDescriptor object, CrmRecord record, BulkEdit edit) {
        return switch (edit.action()) {
            case UPDATE -> {
                if (record.isDeleted()) {
                    yield false;
                }
                var touched = record.touchedAt();
                batch.update(object, record, patch(batch, object, record, edit));
                yield !touched.equals(record.touchedAt());
            }
            case DELETE -> {
                boolean isLive = !record.isDeleted();
                if (isLive) {
                    batch.delete(object, record);
                }
                yield isLive;
            }
            case RESTORE -> {
                boolean isDeleted = record.isDeleted();
                if (isDeleted) {
                    batch.restore(object, record);
                }
                yield isDeleted;
            }
            case ARCHIVE, UNARCHIVE -> {
                boolean aside = edit.action() == BulkEdit.Action.ARCHIVE;
                boolean isMoved = !record.isDeleted() && record.isArchived() != aside;
                if (isMoved) {
                    batch.shelve(object, record, aside);
                }
                yield isMoved;
            }
        };
    }

    /** The patch for this record: which tags it ends up with depends on those it has. */
    private static Map<String, Object> patch(
            RecordBatch batch, ObjectDescriptor object, CrmRecord record, BulkEdit edit) {
        Optional<FieldDescriptor> field = TagBook.field(object);
        if (field.isEmpty() || edit.addTags().isEmpty() && edit.removeTags().isEmpty()) {
            return edit.set();
        }
        Map<String, Object> patch = new LinkedHashMap<>(edit.set());
        Set<String> removed = new LinkedHashSet<>();
        edit.removeTags().forEach(name -> removed.add(TagInput.folded(name)));
        Map<String, String> kept = new LinkedHashMap<>();
        batch.tagsOf(object, record).stream()
                .filter(name -> !removed.contains(TagInput.folded(name)))
                .forEach(name -> kept.put(TagInput.folded(name), name));
        edit.addTags().forEach(name -> kept.putIfAbsent(TagInput.folded(name), name));
        patch.put(field.get().name(), List.copyOf(kept.values()));
        return patch;
    }
}
