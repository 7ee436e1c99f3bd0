package io.guanxi.kernel.search;

import io.guanxi.kernel.event.EventFeed;
import io.guanxi.kernel.event.FeedPosition;
import io.guanxi.kernel.event.RecordEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How far this node has read the feed of changes. One thread reads at a time; those that waited meanwhile go on with what it
 * has read, if it began after they came.
 */
@ApplicationScoped
public class SearchFeed {

    private static final int READ = 2_000;

    /** Changes that were being written when this node began to read have positions not further back than that. */
    private static final long BACK = 20_000;

    @Inject
    private EventFeed feed;

    private final ReentrantLock reading = new ReentrantLock();
    private FeedPosition position;
    private long begun = System.nanoTime();

    /** Tells of every change that was committed before this call and not told yet. */
    void catchUp(Consumer<RecordEvent> told) {
        long arrived = System.nanoTime();
        reading.lock();
        try {
            if (position != null && begun - arrived > 0) {
                return;
            }
            long start = System.nanoTime();
            if (position == null) {
                position = FeedPosition.at(Math.max(0, feed.end().last() - BACK));
            }
            int events;
            do {
                EventFeed.Read read = feed.read(position, READ);
                read.events().forEach(told);
                position = read.next();
                events = read.events().size();
            } while (events >= READ);
            // Not before: those who wait rely on it, and a reading that failed has told them nothing.
            begun = start;
        } finally {
            reading.unlock();
        }
    }

    /** Does something while no change is told. */
    <T> T meanwhile(Supplier<T> work) {
        reading.lock();
        try {
            return work.get();
        } finally {
            reading.unlock();
        }
    }

    /** Changes before this position have been told. */
    long low() {
        return meanwhile(() -> position.low());
    }

    /** The oldest change that is kept, of all tenants; 0 when there is none. */
    long oldest() {
        return feed.oldest();
    }

    /** The newest changes of one tenant. */
    List<RecordEvent> newestOfTenant(int tenant, int limit) {
        return feed.newestOfTenant(tenant, limit);
    }

    /** Changes of one tenant after a position. */
    List<RecordEvent> ofTenant(int tenant, long after, int limit) {
        return feed.ofTenant(tenant, after, limit);
    }
}
