package io.guanxi.customers;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
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
        LocalDateTime at = LocalDateTime.ofInstant(position.at(), ZoneOffset.UTC);
        return sql.query(
                "SELECT id, name, created_at FROM contact WHERE tenant_id = ? AND account_id = ? AND deleted_at IS NULL"
                        + " AND (created_at < ? OR created_at = ? AND id < ?)"
                        + " ORDER BY created_at DESC, id DESC LIMIT " + limit,
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
                record,
                at,
                at,
                position.id());
    }
}
