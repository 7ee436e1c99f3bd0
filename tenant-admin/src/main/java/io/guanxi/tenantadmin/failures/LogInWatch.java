package io.guanxi.tenantadmin.failures;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Until when failed log-ins have been told, and that one node at a time tells them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LogInWatch {

    /** Whoever took it so long ago has died with it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    private SqlGateway sql;

    /** Takes the watch; until when everything is told, or empty when somebody else has it. */
    public Optional<Instant> take() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        int taken = sql.updatePlatform(
                "UPDATE log_in_watch SET taken_at = ? WHERE id = 1 AND (taken_at IS NULL OR taken_at < ?)",
                now,
                now.minus(LEASE));
        return taken == 0
                ? Optional.empty()
                : sql
                        .queryPlatform(
                                "SELECT told_until FROM log_in_watch WHERE id = ?",
                                row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                1)
                        .stream()
                        .findFirst();
    }

    /** Gives the watch back; everything before that time is told. */
    public void release(Instant until) {
        sql.updatePlatform(
                "UPDATE log_in_watch SET told_until = ?, taken_at = NULL WHERE id = 1",
                LocalDateTime.ofInstant(until, ZoneOffset.UTC));
    }
}
