package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Which tenants have entries that wait for a seal, and who of several nodes makes it. */
@ApplicationScoped
public class SealingTimes {

    /** Entries are sealed so long after they were written: by then most of what was written beside them is committed. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private static final int MOST_AT_ONCE = 200;

    @Inject
    private SqlGateway sql;

    /** Tenants that wait, the longest first. */
    List<Integer> due() {
        return sql.queryPlatform(
                "SELECT tenant_id FROM audit_sealing WHERE due_at <= ? ORDER BY due_at LIMIT " + MOST_AT_ONCE,
                row -> row.getInt(1),
                now());
    }

    /** The caller's tenant has something new. */
    void expect() {
        LocalDateTime now = now();
        sql.updatePlatform(
                "INSERT INTO audit_sealing (tenant_id, due_at, swept_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE due_at = LEAST(due_at, VALUES(due_at))",
                CallContext.require().tenantId(),
                now.plus(PAUSE),
                now);
    }

    /**
     * Takes the caller's tenant; whoever else wants it waits for the end of this transaction and then finds nothing to do.
     *
     * @return whether it was still due
     */
    boolean claim() {
        return sql.updatePlatform(
                        "UPDATE audit_sealing SET due_at = ? WHERE tenant_id = ? AND due_at <= ?",
                        NEVER,
                        CallContext.require().tenantId(),
                        now())
                == 1;
    }

    /** There is more to be sealed, at that time. */
    void again(LocalDateTime at) {
        sql.updatePlatform(
                "UPDATE audit_sealing SET due_at = LEAST(due_at, ?) WHERE tenant_id = ?",
                at,
                CallContext.require().tenantId());
    }

    /** When all that may have come late was last looked for. */
    LocalDateTime sweptAt() {
        return sql.queryPlatform(
                        "SELECT swept_at FROM audit_sealing WHERE tenant_id = ?",
                        row -> row.getObject(1, LocalDateTime.class),
                        CallContext.require().tenantId())
                .get(0);
    }

    void swept(LocalDateTime at) {
        sql.updatePlatform(
                "UPDATE audit_sealing SET swept_at = ? WHERE tenant_id = ?",
                at,
                CallContext.require().tenantId());
    }

    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }
}
