package io.guanxi.kernel.record;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes back what a job has done, a chunk of its changes at a time, the latest first. Records that others have changed
 * since stay as they are. The job that does it has checked permissions.
 */
@Stateless
@TenantBound
public class RecordUndo {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordWriter writer;

    @Inject
    private SqlGateway sql;

    @Inject
    @Any
    private Instance<UndoFollower> followers;

    /** How many changes a job has made. */
    public long count(long job) {
        return entities.createQuery("SELECT COUNT(c.id) FROM RecordChange c WHERE c.jobId = :job", Long.class)
                .setParameter("job", job)
                .getSingleResult();
    }

    /**
     * Ids of changes that a job has made, the latest first.
     *
     * @param before where the page before ended; {@link Long#MAX_VALUE} for the latest
     * @param skip   changes to pass over
     */
    public List<Long> page(long job, long before, long skip, int limit) {
        return entities.createQuery(
                        "SELECT c.id FROM RecordChange c WHERE c.jobId = :job AND c.id < :before ORDER BY c.id DESC",
                        Long.class)
                .setParameter("job", job)
                .setParameter("before", before)
                .setFirstResult(Math.toIntExact(skip))
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Takes changes back.
     *
     * @param job   that made the changes
     * @param by    the job that takes them back; marks what it does
     * @param ids   of the changes, the latest first
     * @return what became of each, in the same order
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<UndoneChange> undo(long job, long by, List<Long> ids) {
        entities.setFlushMode(FlushModeType.COMMIT);
        RecordBatch batch = writer.begin().inJob(by);
        List<RecordChange> changes = entities.createQuery(
                        "SELECT c FROM RecordChange c WHERE c.id IN :ids ORDER BY c.id DESC", RecordChange.class)
                .setParameter("ids", ids)
                .getResultList();
        ChangeLog log = ChangeLog.of(entities, job, changes);
        Dependants pointers = new Dependants(entities, objects, sql);
        // An object of the tenant's own may be gone since, and its records with it.
        Map<String, List<RecordChange>> byObject = changes.stream()
                .filter(change -> objects.find(change.object()).isPresent())
                .collect(Collectors.groupingBy(RecordChange::object, LinkedHashMap::new, Collectors.toList()));
        Map<Long, UndoneChange> undone = new HashMap<>();
        for (String object : pointers.outermostFirst(byObject.keySet())) {
            new ObjectUndo(entities, sql, batch, log, pointers, objects.require(object))
                    .undo(byObject.get(object))
                    .forEach(undone::put);
            batch.flush();
        }
        follow(changes, undone, log);
        return changes.stream()
                .map(change -> undone.getOrDefault(change.id(), gone(change)))
                .toList();
    }

    private void follow(List<RecordChange> changes, Map<Long, UndoneChange> undone, ChangeLog log) {
        Map<String, Map<Long, Instant>> since = new LinkedHashMap<>();
        for (RecordChange change : changes) {
            UndoneChange result = undone.get(change.id());
            boolean isBack = result != null
                    && (result.kind() == UndoneChange.Kind.REVERTED || result.kind() == UndoneChange.Kind.REMOVED);
            if (isBack) {
                since.computeIfAbsent(change.object(), none -> new LinkedHashMap<>())
                        .put(
                                change.recordId(),
                                log.own(ChangeLog.Key.of(change)).get(0).madeAt());
            }
        }
        since.forEach((object, records) -> followers.forEach(follower -> follower.undone(object, records)));
    }

    /**
     * What a job did to records, the first first.
     *
     * @param after position of the last one before; 0 for the first
     */
    public List<JobChange> changesOf(long job, long after, int limit) {
        List<RecordChange> page = entities.createQuery(
                        "SELECT c FROM RecordChange c WHERE c.jobId = :job AND c.id > :after ORDER BY c.id",
                        RecordChange.class)
                .setParameter("job", job)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        Map<ChangeLog.Key, String> titles = titles(page);
        return page.stream()
                .map(c -> new JobChange(
                        c.id(),
                        c.object(),
                        RecordId.format(c.recordId()),
                        titles.getOrDefault(ChangeLog.Key.of(c), ""),
                        c.action()))
                .toList();
    }

    /**
     * One change that a job made.
     *
     * @param position where the next page begins
     * @param title    what the record is called now; empty when it is gone
     */
    public record JobChange(long position, String object, String id, String title, HistoryEntry.Action action) {}

    private Map<ChangeLog.Key, String> titles(List<RecordChange> page) {
        Map<ChangeLog.Key, String> titles = new HashMap<>();
        Map<String, List<Long>> ids = page.stream()
                .collect(Collectors.groupingBy(
                        RecordChange::object, Collectors.mapping(RecordChange::recordId, Collectors.toList())));
        ids.forEach((name, records) -> {
            ObjectDescriptor object = objects.find(name).orElse(null);
            if (object == null) {
                return;
            }
            RecordSource.select(entities, object, Object[].class, "e.id, e." + object.titleField(), "e.id IN :ids")
                    .setParameter("ids", records)
                    .getResultList()
                    .forEach(row -> titles.put(new ChangeLog.Key(name, (Long) row[0]), String.valueOf(row[1])));
        });
        return titles;
    }

    private static UndoneChange gone(RecordChange change) {
        return new UndoneChange(
                UndoneChange.Kind.SETTLED, change.object(), RecordId.format(change.recordId()), "", List.of());
    }

    /** Reasons that concern a record as a whole. */
    static List<FieldError> reason(String code, Object... args) {
        return new ArrayList<>(List.of(FieldError.of("", code, args)));
    }
}
