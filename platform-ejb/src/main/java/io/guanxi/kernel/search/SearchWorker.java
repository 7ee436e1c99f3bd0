package io.guanxi.kernel.search;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** This node's care for its search indexes, between searches. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SearchWorker {

    private static final Logger LOG = Logger.getLogger(SearchWorker.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private SearchIndexes indexes;

    private Future<?> turns;

    @PostConstruct
    void watch() {
        turns = executor.scheduleWithFixedDelay(this::turn, 2_000, 1_000, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void rest() {
        turns.cancel(false);
        indexes.closeAll();
    }

    private void turn() {
        try {
            indexes.tend();
        } catch (RuntimeException e) {
            // The database is away: the next turn asks again. An exception here would end the schedule.
            LOG.log(Level.WARNING, "search indexes cannot follow now", e);
        }
    }
}
