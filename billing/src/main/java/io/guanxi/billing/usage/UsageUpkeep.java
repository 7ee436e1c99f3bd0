package io.guanxi.billing.usage;

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
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Stores what this node has counted, and adds changes of levels to their totals before there are many. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class UsageUpkeep {

    private static final Logger LOG = Logger.getLogger(UsageUpkeep.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private ApiCalls calls;

    @Inject
    private UsageMeter meter;

    @Inject
    private UsageStore store;

    private List<Future<?>> turns = List.of();

    @PostConstruct
    void schedule() {
        turns = List.of(
                executor.scheduleWithFixedDelay(() -> attempt(calls::store), 5, 5, TimeUnit.SECONDS),
                executor.scheduleWithFixedDelay(() -> attempt(this::fold), 10, 10, TimeUnit.SECONDS));
    }

    @PreDestroy
    void unschedule() {
        turns.forEach(turn -> turn.cancel(true));
        attempt(calls::store);
    }

    private void fold() {
        meter.takeTouched().forEach(this::fold);
    }

    private void fold(UsageMeter.Level level) {
        try (var scope = CallContext.enter(Caller.system(level.tenantId(), "0"))) {
            boolean more = true;
            while (more) {
                more = store.fold(level.limit());
            }
        } catch (RuntimeException e) {
            // Another node was at it, or the database is away: nothing is lost, and whoever counts next folds it.
            LOG.log(Level.FINE, "changes of a level were not added to its total", e);
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The database is away: the next turn tries again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "what tenants use cannot be stored now", e);
        }
    }
}
