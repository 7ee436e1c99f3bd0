package io.guanxi.documents;

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

/** Documents about a record, when they came. */
@ApplicationScoped
public class DocumentSource implements TimelineSource {

    @Inject
    private SqlGateway sql;

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
        LocalDateTime at = LocalDateTime.ofInstant(position.at(), ZoneOffset.UTC);
        return sql.query(
                "SELECT id, name, created_at FROM document WHERE tenant_id = ? AND related_id = ? AND deleted_at IS NULL"
                        + " AND (created_at < ? OR created_at = ? AND id < ?)"
                        + " ORDER BY created_at DESC, id DESC LIMIT " + limit,
                row -> new TimelineEntry(
                        row.getLong(1),
                        kind(),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        "pi-file",
                        "io.guanxi.documents.messages",
                        "timeline.document",
                        List.of(row.getString(2)),
                        Documents.PATH + "/" + RecordId.format(row.getLong(1)),
                        "",
                        Optional.empty()),
                RecordId.format(record),
                at,
                at,
                position.id());
    }
}
