package io.guanxi.kernel.event;

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

/** This node's turns at the handlers of events. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class EventWorker {

    private static final Logger LOG = Logger.getLogger(EventWorker.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private EventDispatch dispatch;

    private List<Future<?>> turns = List.of();

    @PostConstruct
    void begin() {
        dispatch.introduce();
        turns = List.of(
                executor.scheduleWithFixedDelay(() -> attempt(dispatch::run), 1_000, 500, TimeUnit.MILLISECONDS),
                executor.scheduleWithFixedDelay(() -> attempt(dispatch::clean), 10, 60, TimeUnit.MINUTES));
    }

    @PreDestroy
    void end() {
        turns.forEach(turn -> turn.cancel(true));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The database is away: the next turn asks again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "events cannot be handled now", e);
        }
    }
}
