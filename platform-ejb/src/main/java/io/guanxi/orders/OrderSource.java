package io.guanxi.orders;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders of an account or contact, on the day they were placed: it counts, not when they were typed in. */
@ApplicationScoped
public class OrderSource implements TimelineSource {

    private static final Map<String, String> FIELDS = Map.of("account", "account", "contact", "contact");

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Override
    public String kind() {
        return "orders";
    }

    @Override
    public boolean covers(String object) {
        return FIELDS.containsKey(object);
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        if (!access.allows(objects.require(SalesOrders.OBJECT), Operation.READ)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(position.at(), ZoneOffset.UTC);
        boolean isMidnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(position.at());
        return entities.createQuery(
                        "SELECT o.id, o.number, o.orderDate, o.total, o.totalCurrency FROM SalesOrder o WHERE o."
                                + FIELDS.get(object) + " = :record AND o.deletedAt IS NULL"
                                + " AND (o.orderDate < :day OR o.orderDate = :day AND o.id < :id)"
                                + " ORDER BY o.orderDate DESC, o.id DESC",
                        Object[].class)
                .setParameter("record", record)
                .setParameter("day", day)
                .setParameter("id", isMidnight ? position.id() : Long.MAX_VALUE)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new TimelineEntry(
                        (Long) row[0],
                        kind(),
                        ((LocalDate) row[2]).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        "pi-shopping-cart",
                        "io.guanxi.orders.messages",
                        "timeline.order",
                        List.of(
                                (String) row[1],
                                row[4] + " "
                                        + ((BigDecimal) row[3])
                                                .stripTrailingZeros()
                                                .toPlainString()),
                        "orders/" + RecordId.format((Long) row[0]),
                        "",
                        Optional.empty()))
                .toList();
    }
}
