package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.tenancy.Tenants;
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

/**
 * Erases the files of jobs whose time is over, tenant by tenant, every hour. Several nodes may do it at once: a file is
 * erased by whoever comes first, and the others find nothing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobFileErasure {

    private static final Logger LOG = Logger.getLogger(JobFileErasure.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Tenants tenants;

    @Inject
    private JobFiles files;

    private Future<?> turns;

    @PostConstruct
    void schedule() {
        turns = executor.scheduleWithFixedDelay(this::erase, 20, 3_600, TimeUnit.SECONDS);
    }

    @PreDestroy
    void unschedule() {
        turns.cancel(true);
    }

    private void erase() {
        try {
            tenants.list().forEach(tenant -> erase(tenant.id()));
        } catch (RuntimeException e) {
            // The database is away: the next turn asks again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "files of jobs cannot be erased now", e);
        }
    }

    private void erase(int tenant) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
            int erased = files.eraseOld();
            while (erased > 0) {
                erased = files.eraseOld();
            }
        }
    }
}
