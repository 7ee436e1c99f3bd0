package io.guanxi.kernel.job;

import io.guanxi.kernel.database.Outage;
import io.guanxi.kernel.error.DomainException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
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

    @Inject
    private JobSteps steps;

    @Inject
    private JobQueue queue;

    @Inject
    @Any
    private Instance<JobHandler> handlers;

    void carryOn(JobQueue.Lease lease) {
        Job job = steps.read(lease.jobId());
        try (JobWork work = handler(job.type()).open(job)) {
            if (job.status() == JobStatus.QUEUED) {
                steps.start(lease, work.count(() -> steps.renew(lease)));
            }
            chunks(lease, work, job.position());
        } catch (DomainException e) {
            steps.fail(lease, e);
        }
    }

    private void chunks(JobQueue.Lease lease, JobWork work, long from) {
        long position = from;
        long until = System.nanoTime() + SLICE.toNanos();
        while (work.next()) {
            if (!chunk(lease, work, position)) {
                steps.end(lease, JobStatus.CANCELLED);
                return;
            }
            position = steps.read(lease.jobId()).position();
            if (System.nanoTime() > until && queue.othersWait(lease)) {
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
            } catch (EJBException | DomainException e) {
                if (isLost(e) || Outage.isCauseOf(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, "a chunk of a job failed", e);
                if (attempt == ATTEMPTS) {
                    throw new JobBroken(position);
                }
            }
        }
    }

    private static boolean isLost(RuntimeException failure) {
        return failure.getCause() instanceof JobQueue.LeaseLost;
    }

    private JobHandler handler(String type) {
        return handlers.stream().filter(h -> h.type().equals(type)).findFirst().orElseThrow();
    }
}
