package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
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
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** This node's turns at sealing what tenants have new. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SealingWorker {

    private static final Logger LOG = Logger.getLogger(SealingWorker.class.getName());

    /** Seals of one tenant at a turn: a long import of one does not keep the others waiting. */
    private static final int TURN = 10;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private SealingTimes times;

    @Inject
    private Sealer sealer;

    private Future<?> turns;

    @PostConstruct
    void begin() {
        turns = executor.scheduleWithFixedDelay(this::seal, 3, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        turns.cancel(true);
    }

    private void seal() {
        try {
            times.due().forEach(this::seal);
        } catch (RuntimeException e) {
            // The database is away: the next turn asks again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "it cannot be told now whose audit is to be sealed", e);
        }
    }

    private void seal(int tenant) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
            for (int i = 0; i < TURN && sealer.seal(); i++) {
                LOG.fine("there is more to be sealed");
            }
        } catch (RuntimeException e) {
            // It is still due, and the others go on.
            LOG.log(Level.WARNING, "the audit of a tenant cannot be sealed now", e);
        }
    }
}
