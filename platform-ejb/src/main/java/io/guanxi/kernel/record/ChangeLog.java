package io.guanxi.kernel.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes of some records since a job began: those of the job, those that took them back, and what others did since.
 */
final class ChangeLog {

    /** A record by its object and id. */
    record Key(String object, long id) {

        static Key of(RecordChange change) {
            return new Key(change.object(), change.recordId());
        }
    }

    private final long job;
    private final Map<Long, Long> undoing;
    private final Map<Key, List<RecordChange>> changes = new HashMap<>();

    private ChangeLog(long job, Map<Long, Long> undoing) {
        this.job = job;
        this.undoing = undoing;
    }

    /** Reads the changes of the records that {@code some} belong to, in one statement for each object. */
    static ChangeLog of(EntityManager entities, long job, Collection<RecordChange> some) {
        ChangeLog log = new ChangeLog(job, undoing(entities));
        Map<String, Set<Long>> records = some.stream()
                .collect(Collectors.groupingBy(
                        RecordChange::object, Collectors.mapping(RecordChange::recordId, Collectors.toSet())));
        // Ids are ordered by time: nothing that the job did is older than the job.
        records.forEach((object, ids) -> entities.createQuery(
                        "SELECT c FROM RecordChange c WHERE c.object = :object AND c.recordId IN :ids AND c.id > :job"
                                + " ORDER BY c.id",
                        RecordChange.class)
                .setParameter("object", object)
                .setParameter("ids", ids)
                .setParameter("job", job)
                .getResultList()
                .forEach(c -> log.changes
                        .computeIfAbsent(Key.of(c), none -> new ArrayList<>())
                        .add(c)));
        return log;
    }

    /** Jobs that took another back, and which. */
    private static Map<Long, Long> undoing(EntityManager entities) {
        Map<Long, Long> undoing = new HashMap<>();
        entities.createQuery("SELECT j.id, j.undoes FROM Job j WHERE j.undoes IS NOT NULL", Object[].class)
                .getResultList()
                .forEach(row -> undoing.put((Long) row[0], (Long) row[1]));
        return undoing;
    }

    /** What the job did to the record, the first first. */
    List<RecordChange> own(Key record) {
        return changes.getOrDefault(record, List.of()).stream()
                .filter(change -> change.isOf(job))
                .toList();
    }

    /** Whether the record has been taken back already. */
    boolean isSettled(Key record) {
        return changes.getOrDefault(record, List.of()).stream()
                .flatMap(change -> change.job().stream())
                .anyMatch(maker -> undoing.getOrDefault(maker, 0L) == job);
    }

    /** The latest change after the job's own that has not been taken back itself. */
    Optional<RecordChange> since(Key record) {
        List<RecordChange> own = own(record);
        long last = own.get(own.size() - 1).id();
        List<RecordChange> later = changes.get(record).stream()
                .filter(change -> change.id() > last)
                .toList();
        Set<Long> undone = new HashSet<>();
        later.stream()
                .flatMap(change -> change.job().stream())
                .forEach(maker -> Optional.ofNullable(undoing.get(maker))
                        .ifPresent(target -> undone.addAll(List.of(maker, target))));
        return later.stream()
                .filter(change -> change.job().filter(undone::contains).isEmpty())
                .reduce((earlier, latest) -> latest);
    }
}
