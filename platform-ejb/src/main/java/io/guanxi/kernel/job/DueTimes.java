package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * When something that comes again is due for each tenant, and who of several nodes begins it. A platform table of its own
 * keeps the times, with the columns {@code tenant_id} and {@code due_at} in UTC.
 */
@ApplicationScoped
public class DueTimes {

    /** Of each round, one a minute: ten thousand tenants are through in an hour, and no round makes a flood. */
    private static final int MOST_AT_ONCE = 200;

    @Inject
    private SqlGateway sql;

    /** What a claim came to. */
    public enum Claim {
        /** The tenant had no time yet. */
        FIRST,
        /** Its time had come. */
        DUE,
        /** Its time has not come, or another node was faster. */
        NONE
    }

    /** Tenants at work whose time has come, or that have none yet. */
    public List<Integer> due(String table) {
        return sql.queryPlatform(
                "SELECT t.id FROM tenant t LEFT JOIN " + table + " d ON d.tenant_id = t.id"
                        + " WHERE t.status IN (" + Tenant.Status.listed(Tenant.Status::allowsChanges)
                        + ") AND (d.due_at IS NULL OR d.due_at <= ?) LIMIT " + MOST_AT_ONCE,
                row -> row.getInt(1),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** The caller's tenant is due as soon as somebody looks. */
    public void hasten(String table) {
        sql.updatePlatform(
                "UPDATE " + table + " SET due_at = ? WHERE tenant_id = ?",
                LocalDateTime.now(ZoneOffset.UTC),
                CallContext.require().tenantId());
    }

    /** Takes the caller's tenant and says when it is due next. Of two nodes that both add a time the second one fails. */
    public Claim claim(String table, LocalDateTime next) {
        int tenant = CallContext.require().tenantId();
        boolean isMoved = sql.updatePlatform(
                        "UPDATE " + table + " SET due_at = ? WHERE tenant_id = ? AND due_at <= ?",
                        next,
                        tenant,
                        LocalDateTime.now(ZoneOffset.UTC))
                == 1;
        if (isMoved) {
            return Claim.DUE;
        }
        boolean isKnown = !sql.queryPlatform(
                        "SELECT tenant_id FROM " + table + " WHERE tenant_id = ?", row -> row.getInt(1), tenant)
                .isEmpty();
        if (isKnown) {
            return Claim.NONE;
        }
        sql.updatePlatform("INSERT INTO " + table + " (tenant_id, due_at) VALUES (?, ?)", tenant, next);
        return Claim.FIRST;
    }

    /** The caller's tenant has more to do, at that time. */
    public void again(String table, LocalDateTime at) {
        sql.updatePlatform(
                "UPDATE " + table + " SET due_at = ? WHERE tenant_id = ?",
                at,
                CallContext.require().tenantId());
    }
}
