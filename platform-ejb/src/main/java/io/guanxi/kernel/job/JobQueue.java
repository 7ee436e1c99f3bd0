package io.guanxi.kernel.job;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue that workers of all nodes lease jobs from. */
@ApplicationScoped
public class JobQueue {

    /** A worker that has not shown life for so long is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    @Inject
    private SqlGateway sql;

    /** A lease on one job. */
    record Lease(int tenantId, long jobId, String owner) {}

    /** In the transaction that makes the job. */
    void enqueue(int tenant, long job) {
        sql.updatePlatform(
                "INSERT INTO job_queue (tenant_id, job_id, enqueued_at, served_at) VALUES (?, ?, ?, ?)",
                tenant,
                job,
                now(),
                NEVER);
    }

    /**
     * Leases the oldest job of the tenant that has been served longest ago, and has fewest workers at it. Jobs of tenants
     * that nobody comes into wait.
     */
    Optional<Lease> claim() {
        List<Lease> free = sql.queryPlatform(
                "SELECT q.tenant_id, q.job_id FROM job_queue q JOIN (SELECT tenant_id, MAX(served_at) AS served,"
                        + " SUM(CASE WHEN leased_until > ? THEN 1 ELSE 0 END) AS running"
                        + " FROM job_queue GROUP BY tenant_id) t ON t.tenant_id = q.tenant_id"
                        + " JOIN tenant c ON c.id = q.tenant_id AND c.status IN ("
                        + Tenant.Status.listed(Tenant.Status::admitsAnybody) + ")"
                        + " WHERE q.leased_until IS NULL OR q.leased_until <= ?"
                        + " ORDER BY t.running, t.served, q.enqueued_at, q.job_id LIMIT 5",
                row -> new Lease(
                        row.getInt(1), row.getLong(2), UUID.randomUUID().toString()),
                now(),
                now());
        return free.stream().filter(this::take).findFirst();
    }

    private boolean take(Lease lease) {
        boolean taken = sql.updatePlatform(
                        "UPDATE job_queue SET owner = ?, leased_until = ? WHERE tenant_id = ? AND job_id = ?"
                                + " AND (leased_until IS NULL OR leased_until <= ?)",
                        lease.owner(),
                        now().plus(LEASE),
                        lease.tenantId(),
                        lease.jobId(),
                        now())
                == 1;
        if (taken) {
            sql.updatePlatform("UPDATE job_queue SET served_at = ? WHERE tenant_id = ?", now(), lease.tenantId());
        }
        return taken;
    }

    /**
     * Proves and prolongs the lease, in the transaction of a chunk: of two nodes that both believe they have it only one
     * commits.
     *
     * @throws LeaseLost when somebody else has it now
     */
    void renew(Lease lease) {
        if (sql.updatePlatform(
                        "UPDATE job_queue SET leased_until = ? WHERE tenant_id = ? AND job_id = ? AND owner = ?",
                        now().plus(LEASE),
                        lease.tenantId(),
                        lease.jobId(),
                        lease.owner())
                != 1) {
            throw new LeaseLost();
        }
    }

    /** Lets others go on with the job. */
    void release(Lease lease) {
        sql.updatePlatform(
                "UPDATE job_queue SET owner = NULL, leased_until = NULL WHERE tenant_id = ? AND job_id = ? AND owner = ?",
                lease.tenantId(),
                lease.jobId(),
                lease.owner());
    }

    /** Lets others go on with the job after a while. */
    void postpone(Lease lease, Duration pause) {
        sql.updatePlatform(
                "UPDATE job_queue SET owner = NULL, leased_until = ? WHERE tenant_id = ? AND job_id = ? AND owner = ?",
                now().plus(pause),
                lease.tenantId(),
                lease.jobId(),
                lease.owner());
    }

    /** The job has no work left. */
    void remove(Lease lease) {
        if (sql.updatePlatform(
                        "DELETE FROM job_queue WHERE tenant_id = ? AND job_id = ? AND owner = ?",
                        lease.tenantId(),
                        lease.jobId(),
                        lease.owner())
                != 1) {
            throw new LeaseLost();
        }
    }

    /** Whether somebody else waits for a worker. */
    boolean othersWait(Lease lease) {
        return !sql.queryPlatform(
                        "SELECT job_id FROM job_queue WHERE tenant_id <> ? AND (leased_until IS NULL OR leased_until <= ?)"
                                + " LIMIT 1",
                        row -> row.getLong(1),
                        lease.tenantId(),
                        now())
                .isEmpty();
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    /** Another worker took the job over. */
    static final class LeaseLost extends RuntimeException {
        LeaseLost() {
            super("the job was taken over by another worker");
        }
    }
}
