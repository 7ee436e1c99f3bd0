package io.guanxi.customers;

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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Somebody became known at an account. */
@ApplicationScoped
public class ContactSource implements TimelineSource {

    @Inject
    private SqlGateway sql;

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
        ReachSql reach = new ReachSql(access.reach(objects.require("contact"), Operation.READ), "c");
        LocalDateTime at = LocalDateTime.ofInstant(position.at(), ZoneOffset.UTC);
        return sql.query(
                "SELECT c.id, c.name, c.created_at FROM contact c WHERE c.tenant_id = ?" + reach.and()
                        + " AND c.account_id = ? AND c.deleted_at IS NULL"
                        + " AND (c.created_at < ? OR c.created_at = ? AND c.id < ?)"
                        + " ORDER BY c.created_at DESC, c.id DESC LIMIT " + limit,
                row -> new TimelineEntry(
                        row.getLong(1),
                        kind(),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        "pi-user-plus",
                        "io.guanxi.customers.messages",
                        "timeline.contact",
                        List.of(row.getString(2)),
                        "contacts/" + RecordId.format(row.getLong(1)),
                        "",
                        Optional.empty()),
                reach.valuesBefore(record, at, at, position.id()));
    }
}
