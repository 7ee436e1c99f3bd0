package io.guanxi.kernel.event;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far handlers have come, and which node works for each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HandlerPositions {

    /** A node that has not shown life for so long is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    @Inject
    private SqlGateway sql;

    @Inject
    private EventFeed feed;

    /** A handler that is new here begins with what happens from now on. */
    public void introduce(String handler) {
        if (position(handler).isEmpty()) {
            sql.updatePlatform(
                    "INSERT INTO event_handler (name, position, gaps, leased_until) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE owner = owner",
                    handler,
                    feed.end().last(),
                    "",
                    NEVER);
        }
    }

    /** Takes a handler for this node; empty when another has it. */
    public Optional<FeedPosition> claim(String handler, String node) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        boolean taken = sql.updatePlatform(
                        "UPDATE event_handler SET owner = ?, leased_until = ?"
                                + " WHERE name = ? AND (owner = ? OR leased_until <= ?)",
                        node,
                        now.plus(LEASE),
                        handler,
                        node,
                        now)
                == 1;
        return taken ? position(handler) : Optional.empty();
    }

    /**
     * Moves on, if this node still has the handler.
     *
     * @return whether it had
     */
    public boolean advance(String handler, String node, FeedPosition position) {
        return sql.updatePlatform(
                        "UPDATE event_handler SET position = ?, gaps = ?, leased_until = ? WHERE name = ? AND owner = ?",
                        position.last(),
                        position.text(),
                        LocalDateTime.now(ZoneOffset.UTC).plus(LEASE),
                        handler,
                        node)
                == 1;
    }

    /** The position up to which all of these handlers have come. */
    public long slowest(Collection<String> handlers) {
        return handlers.stream()
                .map(this::position)
                .flatMap(Optional::stream)
                .mapToLong(FeedPosition::last)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Optional<FeedPosition> position(String handler) {
        List<FeedPosition> found = sql.queryPlatform(
                "SELECT position, gaps FROM event_handler WHERE name = ?",
                row -> row.getString(2).isEmpty()
                        ? FeedPosition.at(row.getLong(1))
                        : FeedPosition.parse(row.getString(2)),
                handler);
        return found.stream().findFirst();
    }
}
