package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.database.Outage;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Carries a leased job on, chunk by chunk, until it ends or others wait for a worker. */
@ApplicationScoped
public class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class.getName());

    /** How long a worker stays with one job when others wait. */
    private static final Duration SLICE = Duration.ofSeconds(5);

    /** A chunk that collides with other work passes the second or third time. */
    private static final int ATTEMPTS = 3;

    /** A job that broke off so often at the same place will not get beyond it. */
    private static final int BREAKDOWNS = 3;

    /** How long a job waits, once and again, while the tenant does not have its module or is read-only. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Where jobs broke off on this node, and how often. */
    private final Map<Long, Breakdown> breakdowns = new ConcurrentHashMap<>();

    private record Breakdown(long position, int times) {}

    @Inject
    private JobSteps steps;

    @Inject
    private JobQueue queue;

    @Inject
    private JobHandlers handlers;

    @Inject
    private Tenants tenants;

    @Inject
    private Modules modules;

    @Inject
    private Entitlements entitlements;

    void carryOn(JobQueue.Lease lease) {
        Job job = steps.read(lease.jobId());
        Optional<String> module = modules.ofJob(job.type(), job.object());
        JobHandler handler = handlers.of(job.type());
        if ((isSilent(module) || handler.changes() && isReadOnly()) && !job.isCancelRequested()) {
            queue.postpone(lease, PAUSE);
            return;
        }
        if (!handler.takeRoom()) {
            queue.postpone(lease, PAUSE);
            return;
        }
        try (JobWork work = handler.open(job)) {
            if (job.status() == JobStatus.QUEUED) {
                steps.start(lease, work.count(() -> steps.renew(lease)));
            }
            chunks(lease, work, job.position(), () -> isSilent(module) || handler.changes() && isReadOnly());
            breakdowns.remove(lease.jobId());
        } catch (DomainException e) {
            steps.fail(lease, e);
        } catch (RuntimeException e) {
            if (isLost(e) || !isHopeless(lease.jobId())) {
                throw e;
            }
            LOG.log(Level.SEVERE, "a job is given up", e);
            steps.fail(lease, new JobGivenUp());
            breakdowns.remove(lease.jobId());
        } finally {
            handler.leaveRoom();
        }
    }

    /** A database that is away cannot be asked where the job stands, so that an outage is no breakdown of the job. */
    private boolean isHopeless(long job) {
        long position = steps.read(job).position();
        Breakdown now = breakdowns.merge(
                job,
                new Breakdown(position, 1),
                (before, one) -> before.position() == position ? new Breakdown(position, before.times() + 1) : one);
        return now.times() >= BREAKDOWNS;
    }

    private boolean isSilent(Optional<String> module) {
        return module.isPresent() && !entitlements.hasModule(module.get());
    }

    /** Asked anew: the caller of a job was found out when it was taken up. */
    private boolean isReadOnly() {
        return tenants.find(CallContext.require().tenantId())
                .map(tenant -> !tenant.status().allowsChanges())
                .orElse(true);
    }

    private void chunks(JobQueue.Lease lease, JobWork work, long from, BooleanSupplier isSilent) {
        long position = from;
        long until = System.nanoTime() + SLICE.toNanos();
        while (work.next()) {
            if (!chunk(lease, work, position)) {
                steps.end(lease, JobStatus.CANCELLED);
                return;
            }
            position = steps.read(lease.jobId()).position();
            if (isSilent.getAsBoolean()) {
                queue.postpone(lease, PAUSE);
                return;
            }
            if (!work.isOneGo() && System.nanoTime() > until && queue.othersWait(lease)) {
                queue.release(lease);
                return;
            }
        }
        steps.end(lease, JobStatus.SUCCEEDED);
    }

    private boolean chunk(JobQueue.Lease lease, JobWork work, long position) {
        for (int attempt = 1; ; attempt++) {
            try {
                return steps.chunk(lease, work, position);
            } catch (EJBException | DomainException | DatabaseFailure e) {
                if (attempt == ATTEMPTS || isLost(e) || Outage.isCauseOf(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, "a chunk of a job failed and is tried again", e);
            }
        }
    }

    private static boolean isLost(RuntimeException failure) {
        return failure.getCause() instanceof JobQueue.LeaseLost;
    }
}
