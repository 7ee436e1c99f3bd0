package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** This node's workers. They keep nothing: what is to be done and who does it stands in the database. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobWorkers {

    private static final Logger LOG = Logger.getLogger(JobWorkers.class.getName());

    private static final int WORKERS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private JobQueue queue;

    @Inject
    private JobRun run;

    @Inject
    private JobCaller callers;

    private final List<Future<?>> workers = new ArrayList<>();

    @PostConstruct
    void start() {
        for (int i = 0; i < WORKERS; i++) {
            workers.add(executor.scheduleWithFixedDelay(this::work, 1_000 + 250L * i, 500, TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        workers.forEach(worker -> worker.cancel(true));
    }

    private void work() {
        try {
            Optional<JobQueue.Lease> lease = queue.claim();
            while (lease.isPresent() && !Thread.currentThread().isInterrupted()) {
                carryOn(lease.get());
                lease = queue.claim();
            }
        } catch (RuntimeException e) {
            // The database is away: the next round asks again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "no jobs can be claimed", e);
        }
    }

    private void carryOn(JobQueue.Lease lease) {
        try (var origin = CallOrigin.enter(CallOrigin.job(lease.jobId()));
                var scope = CallContext.enter(callers.of(lease.tenantId(), lease.jobId()))) {
            run.carryOn(lease);
        } catch (RuntimeException e) {
            // The lease runs out and the job is taken up again where it stands.
            LOG.log(Level.WARNING, "a job broke off and will be resumed", e);
        }
    }
}
