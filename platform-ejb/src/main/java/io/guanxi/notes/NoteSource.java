package io.guanxi.notes;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes about a record. */
@ApplicationScoped
public class NoteSource implements TimelineSource {

    @Inject
    private SqlGateway sql;

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
        LocalDateTime at = LocalDateTime.ofInstant(position.at(), ZoneOffset.UTC);
        List<Row> notes = sql.query(
                "SELECT id, text, created_at, created_by FROM note WHERE tenant_id = ? AND related_id = ?"
                        + " AND deleted_at IS NULL AND (created_at < ? OR created_at = ? AND id < ?)"
                        + " ORDER BY created_at DESC, id DESC LIMIT " + limit,
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(4)),
                RecordId.format(record),
                at,
                at,
                position.id());
        Map<Long, String> names = people.names(
                notes.stream().map(Row::by).filter(by -> by != 0).distinct().toList());
        return notes.stream().map(note -> entry(note, names)).toList();
    }

    private TimelineEntry entry(Row note, Map<Long, String> names) {
        return new TimelineEntry(
                note.id(),
                kind(),
                note.at(),
                "pi-comment",
                "io.guanxi.notes.messages",
                "timeline.note",
                List.of(names.getOrDefault(note.by(), "—")),
                Notes.PATH + "/" + RecordId.format(note.id()),
                note.text(),
                Optional.empty());
    }

    /** A note; {@code by} is 0 when no person made it. */
    private record Row(long id, String text, Instant at, long by) {}
}
