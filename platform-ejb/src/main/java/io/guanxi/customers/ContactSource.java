package io.guanxi.customers;

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

/** Somebody became known at an account. */
@ApplicationScoped
public class ContactSource implements TimelineSource {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public boolean covers(String object) {
        return object.equals("account");
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        if (!access.allows(objects.require("contact"), Operation.READ)) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT c.id, c.name, c.createdAt FROM Contact c WHERE c.account = :account"
                                + " AND c.deletedAt IS NULL"
                                + " AND (c.createdAt < :at OR c.createdAt = :at AND c.id < :id)"
                                + " ORDER BY c.createdAt DESC, c.id DESC",
                        Object[].class)
                .setParameter("account", record)
                .setParameter("at", position.at())
                .setParameter("id", position.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new TimelineEntry(
                        (Long) row[0],
                        kind(),
                        (Instant) row[2],
                        "pi-user-plus",
                        "io.guanxi.customers.messages",
                        "timeline.contact",
                        List.of((String) row[1]),
                        "contacts/" + RecordId.format((Long) row[0]),
                        "",
                        Optional.empty()))
                .toList();
    }
}
