package io.guanxi.documents;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Documents about a record, when they came. */
@ApplicationScoped
public class DocumentSource implements TimelineSource {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public boolean covers(String object) {
        return !object.equals(Documents.OBJECT);
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        if (!access.allows(objects.require(Documents.OBJECT), Operation.READ)) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT d.id, d.name, d.createdAt FROM Document d WHERE d.relatedId = :record"
                                + " AND d.deletedAt IS NULL"
                                + " AND (d.createdAt < :at OR d.createdAt = :at AND d.id < :id)"
                                + " ORDER BY d.createdAt DESC, d.id DESC",
                        Object[].class)
                .setParameter("record", RecordId.format(record))
                .setParameter("at", position.at())
                .setParameter("id", position.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new TimelineEntry(
                        (Long) row[0],
                        kind(),
                        (Instant) row[2],
                        "pi-file",
                        "io.guanxi.documents.messages",
                        "timeline.document",
                        List.of((String) row[1]),
                        Documents.PATH + "/" + RecordId.format((Long) row[0]),
                        "",
                        Optional.empty()))
                .toList();
    }
}
