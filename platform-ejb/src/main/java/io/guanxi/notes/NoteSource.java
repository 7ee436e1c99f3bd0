package io.guanxi.notes;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Notes about a record. */
@ApplicationScoped
public class NoteSource implements TimelineSource {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private People people;

    @Override
    public String kind() {
        return "notes";
    }

    @Override
    public boolean covers(String object) {
        return !object.equals(Notes.OBJECT);
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        if (!access.allows(objects.require(Notes.OBJECT), Operation.READ)) {
            return List.of();
        }
        List<Object[]> notes = entities.createQuery(
                        "SELECT n.id, n.text, n.createdAt, n.createdBy FROM Note n WHERE n.relatedId = :record"
                                + " AND n.deletedAt IS NULL"
                                + " AND (n.createdAt < :at OR n.createdAt = :at AND n.id < :id)"
                                + " ORDER BY n.createdAt DESC, n.id DESC",
                        Object[].class)
                .setParameter("record", RecordId.format(record))
                .setParameter("at", position.at())
                .setParameter("id", position.id())
                .setMaxResults(limit)
                .getResultList();
        Map<Long, String> names = people.names(notes.stream()
                .map(row -> (Long) row[3])
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return notes.stream().map(row -> entry(row, names)).toList();
    }

    private TimelineEntry entry(Object[] row, Map<Long, String> names) {
        return new TimelineEntry(
                (Long) row[0],
                kind(),
                (Instant) row[2],
                "pi-comment",
                "io.guanxi.notes.messages",
                "timeline.note",
                List.of(names.getOrDefault((Long) row[3], "—")),
                Notes.PATH + "/" + RecordId.format((Long) row[0]),
                (String) row[1],
                Optional.empty());
    }
}
