package io.guanxi.orders;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders of an account or contact, on the day they were placed: it counts, not when they were typed in. */
@ApplicationScoped
public class OrderSource implements TimelineSource {

    private static final Map<String, String> COLUMNS = Map.of("account", "account_id", "contact", "contact_id");

    @Inject
    private SqlGateway sql;

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
        return COLUMNS.containsKey(object);
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        if (!access.allows(objects.require(SalesOrders.OBJECT), Operation.READ)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(position.at(), ZoneOffset.UTC);
        boolean isMidnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(position.at());
        ReachSql reach = new ReachSql(access.reach(objects.require(SalesOrders.OBJECT), Operation.READ), "o");
        return sql.query(
                "SELECT o.id, o.order_number, o.order_date, o.total, o.total_currency FROM sales_order o WHERE o.tenant_id = ?"
                        + reach.and() + " AND o." + COLUMNS.get(object) + " = ? AND o.deleted_at IS NULL"
                        + " AND (o.order_date < ? OR o.order_date = ? AND o.id < ?)"
                        + " ORDER BY o.order_date DESC, o.id DESC LIMIT " + limit,
                row -> new TimelineEntry(
                        row.getLong(1),
                        kind(),
                        row.getObject(3, LocalDate.class)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant(),
                        "pi-shopping-cart",
                        "io.guanxi.orders.messages",
                        "timeline.order",
                        List.of(
                                row.getString(2),
                                row.getString(5) + " "
                                        + row.getBigDecimal(4)
                                                .stripTrailingZeros()
                                                .toPlainString()),
                        "orders/" + RecordId.format(row.getLong(1)),
                        "",
                        Optional.empty()),
                reach.valuesBefore(record, day, day, isMidnight ? position.id() : Long.MAX_VALUE));
    }
}
