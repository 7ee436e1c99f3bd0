package io.guanxi.kernel.event;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Events of all tenants in one line, for readers that keep their own position: the product itself, never a caller. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventFeed {

    /** Events older than this may be gone; who has not read for so long begins anew. */
    public static final Duration KEPT = Duration.ofDays(3);

    private static final String COLUMNS =
            "SELECT position, tenant_id, object, record_id, kind FROM record_event WHERE ";

    /** Gaps asked for in one statement. */
    private static final int GAPS = 16;

    @Inject
    private SqlGateway sql;

    /**
     * What was read, and where to go on.
     *
     * @param events by position; of one that was late, its position is lower than those read before
     */
    public record Read(List<RecordEvent> events, FeedPosition next) {}

    /** Events after a position, with those that were missing before it. */
    public Read read(FeedPosition position, int limit) {
        List<RecordEvent> events = new ArrayList<>(late(position.gaps()));
        events.addAll(sql.queryPlatform(
                COLUMNS + "position > ? ORDER BY position LIMIT " + limit, EventFeed::event, position.last()));
        events.sort(Comparator.comparingLong(RecordEvent::position));
        return new Read(events, position.after(events, Instant.now()));
    }

    /** Events of one tenant after a position, as far as they are there now. */
    public List<RecordEvent> ofTenant(int tenant, long position, int limit) {
        return sql.queryPlatform(
                COLUMNS + "tenant_id = ? AND position > ? ORDER BY position LIMIT " + limit,
                EventFeed::event,
                tenant,
                position);
    }

    /** The newest events of one tenant. */
    public List<RecordEvent> newestOfTenant(int tenant, int limit) {
        return sql.queryPlatform(
                COLUMNS + "tenant_id = ? ORDER BY position DESC LIMIT " + limit, EventFeed::event, tenant);
    }

    /** Where the feed ends now; a reader that begins here misses what is being written and not committed yet. */
    public FeedPosition end() {
        return FeedPosition.at(sql
                .queryPlatform(
                        "SELECT position FROM record_event ORDER BY position DESC LIMIT 1", row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L));
    }

    /** The oldest position there is; 0 when there are no events. */
    public long oldest() {
        return sql
                .queryPlatform("SELECT position FROM record_event ORDER BY position LIMIT 1", row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private List<RecordEvent> late(List<FeedPosition.Gap> gaps) {
        List<RecordEvent> found = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i += GAPS) {
            found.addAll(in(gaps.subList(i, Math.min(gaps.size(), i + GAPS))));
        }
        return found;
    }

    private List<RecordEvent> in(List<FeedPosition.Gap> gaps) {
        Object[] bounds = gaps.stream()
                .flatMap(gap -> java.util.stream.Stream.of(gap.from(), gap.to()))
                .toArray();
        String ranges = String.join(" OR ", Collections.nCopies(gaps.size(), "position BETWEEN ? AND ?"));
        return sql.queryPlatform(COLUMNS + "(" + ranges + ")", EventFeed::event, bounds);
    }

    /**
     * Lets go of what nobody needs any more.
     *
     * @param handled every handler has come so far
     */
    public void clean(long handled) {
        LocalDateTime old = LocalDateTime.now(ZoneOffset.UTC).minus(KEPT);
        int deleted;
        do {
            deleted = sql.updatePlatform(
                    "DELETE FROM record_event WHERE position <= ? AND made_at < ? ORDER BY position LIMIT 5000",
                    handled,
                    old);
        } while (deleted > 0);
    }

    private static RecordEvent event(ResultSet row) throws SQLException {
        return new RecordEvent(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                RecordEvent.Kind.valueOf(row.getString(5)));
    }
}
