package io.guanxi.kernel.search;

import io.guanxi.kernel.event.EventFeed;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.record.SearchableRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A tenant's index while this node has it open: what has changed and is not in it yet, and the walk over all records that
 * fills it. The caller of all work is the tenant's. Records are read and written under one lock, so that what was read last
 * is written last.
 */
final class OpenIndex {

    /** In the place of an object in the event that asks all nodes to build the index of a tenant anew. */
    static final String REBUILD = "!search";

    /** Before the names of fields that a tenant has made itself. */
    static final String OF_TENANT = "+";

    private static final int PORTION = 500;

    /** Changes that go before all that wait longer. */
    private static final int MOST_FRESH = 4 * PORTION;

    /** With more changes waiting they are read from the feed again instead of being remembered. */
    private static final int MOST_PENDING = 20_000;

    private static final long NOTHING_MISSED = -1;

    /** How old the word that the index is up to date may become; the feed keeps events longer. */
    private static final Duration CONFIRMED = Duration.ofHours(1);

    private final int tenant;
    private final TenantIndex index;
    private final SearchFeed feed;
    private final SearchableRecords records;
    /** Fair, so that a search waits for one turn of the walk and not for all of them. */
    private final ReentrantLock work = new ReentrantLock(true);

    /** What was told last comes in first: a person looks for what they have just written, not for what a job wrote. */
    private final Map<Long, RecordEvent> fresh = new LinkedHashMap<>();

    private final Map<Long, String> pending = new LinkedHashMap<>();
    private long missedAfter = NOTHING_MISSED;
    private IndexState state;
    private boolean changed;
    /** Something was written that searches do not see yet; also after a failure in between. */
    private boolean hidden;

    private long committed = System.nanoTime();

    OpenIndex(int tenant, TenantIndex index, SearchFeed feed, SearchableRecords records) {
        this.tenant = tenant;
        this.index = index;
        this.feed = feed;
        this.records = records;
    }

    TenantIndex index() {
        return index;
    }

    /** Takes up what is there; an index that fits no more is built anew. To be called while no change is told. */
    void begin(long low, Set<String> fields) throws IOException {
        Instant now = Instant.now();
        Optional<IndexState> known = index.state();
        if (known.isEmpty()) {
            index.clear();
            state = IndexState.empty(low, now, start(), fields);
            changed = true;
            readFirst(0);
            return;
        }
        state = known.get();
        boolean isOfAnotherDatabase = state.newest().filter(this::isUnknown).isPresent();
        boolean isForgotten = isOfAnotherDatabase
                || state.savedAt().isBefore(now.minus(EventFeed.KEPT).plus(CONFIRMED))
                || state.from() > low + MOST_PENDING;
        // A field more needs no walk when its values are yet to come: those of a tenant's own new field are.
        boolean isMissing = !fields.containsAll(state.fields())
                || fields.stream()
                        .anyMatch(field ->
                                !field.startsWith(OF_TENANT) && !state.fields().contains(field));
        if (isForgotten || isMissing) {
            state = state.anew(start());
            changed = true;
        }
        state = state.with(fields);
        if (isForgotten) {
            readFirst(0);
        } else {
            missedAfter = state.from() - 1;
            readFirst(missedAfter);
        }
    }

    /** A database that was put back or made anew does not hold what this index was read from; a clean-up takes the oldest. */
    private boolean isUnknown(IndexState.Mark mark) {
        return mark.position() >= feed.oldest()
                && feed.ofTenant(tenant, mark.position() - 1, 1).stream()
                        .map(IndexState.Mark::of)
                        .noneMatch(mark::equals);
    }

    /** What somebody has just written is found before the walk, or the reading of what was missed, comes to it. */
    private void readFirst(long after) {
        feed.newestOfTenant(tenant, PORTION).stream()
                .filter(event -> event.position() > after && !event.object().equals(REBUILD))
                .forEach(event -> pending.put(event.recordId(), event.object()));
    }

    /** The fields that records are found by have changed. */
    void follow(Set<String> fields) {
        work.lock();
        try {
            if (!fields.equals(state.fields())) {
                boolean isGone = !fields.containsAll(state.fields());
                state = (isGone ? state.anew(start()) : state).with(fields);
                changed = true;
            }
        } finally {
            work.unlock();
        }
    }

    private IndexState.Walk start() {
        return new IndexState.Walk(new TreeSet<>(records.objects()).first(), Long.MAX_VALUE);
    }

    /** A change that is to come into the index. */
    void tell(RecordEvent event) {
        synchronized (pending) {
            fresh.remove(event.recordId());
            fresh.put(event.recordId(), event);
            if (fresh.size() > MOST_FRESH) {
                RecordEvent oldest = fresh.values().iterator().next();
                fresh.remove(oldest.recordId());
                putOff(oldest);
            }
        }
    }

    private void putOff(RecordEvent event) {
        if (missedAfter != NOTHING_MISSED && event.position() > missedAfter) {
            return;
        }
        if (pending.size() >= MOST_PENDING) {
            missedAfter = event.position() - 1;
        } else {
            pending.put(event.recordId(), event.object());
        }
    }

    /** Whether all records have been visited, or were before the index was ordered anew. */
    boolean isComplete() {
        work.lock();
        try {
            return state.walk().isEmpty() || state.generation() > 1;
        } finally {
            work.unlock();
        }
    }

    boolean isWalking() {
        work.lock();
        try {
            return state.walk().isPresent();
        } finally {
            work.unlock();
        }
    }

    /** Asks for a walk over all records; what is there is found until then. */
    void rebuild() {
        work.lock();
        try {
            state = state.anew(start());
            changed = true;
        } finally {
            work.unlock();
        }
    }

    /** Brings in what has changed and goes on with the walk, for a while. */
    boolean catchUp(Duration longest) {
        return catchUp(longest, longest);
    }

    /**
     * Brings in what has changed and goes on with the walk, for a while.
     *
     * @param walking how much of that time may go into the walk
     * @return whether everything that was told is in now; the walk may go on
     */
    boolean catchUp(Duration longest, Duration walking) {
        long until = System.nanoTime() + longest.toNanos();
        try {
            if (!work.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            boolean more = true;
            while (more && System.nanoTime() < until) {
                more = portion();
                hidden |= more;
            }
            boolean current = !more;
            long enough = Math.min(until, System.nanoTime() + walking.toNanos());
            while (state.walk().isPresent() && System.nanoTime() < enough) {
                step();
                hidden = true;
            }
            if (hidden) {
                index.refresh();
                hidden = false;
            }
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            work.unlock();
        }
    }

    /** Some of what has changed; false when nothing is left. */
    private boolean portion() throws IOException {
        Map<String, List<Long>> some = taken();
        if (some.isEmpty()) {
            return missed();
        }
        if (some.remove(REBUILD) != null) {
            rebuild();
        }
        changed = true;
        try {
            for (Map.Entry<String, List<Long>> of : some.entrySet()) {
                List<Long> ids = of.getValue();
                for (int from = 0; from < ids.size(); from += PORTION) {
                    renew(of.getKey(), ids.subList(from, Math.min(ids.size(), from + PORTION)));
                }
            }
        } catch (IOException | RuntimeException e) {
            hidden = true;
            putBack(some);
            throw e;
        }
        return true;
    }

    /** What could not be read or written now is due again. */
    private void putBack(Map<String, List<Long>> some) {
        synchronized (pending) {
            some.forEach((object, ids) -> ids.forEach(id -> pending.putIfAbsent(id, object)));
        }
    }

    /** Puts records in as they are now. */
    private void renew(String object, List<Long> ids) throws IOException {
        List<SearchDocument> found = records.byIds(object, ids);
        Set<Long> gone = new HashSet<>(ids);
        found.forEach(document -> gone.remove(document.id()));
        index.put(found, state.generation());
        index.remove(gone);
    }

    private Map<String, List<Long>> taken() {
        Map<String, List<Long>> some = new LinkedHashMap<>();
        synchronized (pending) {
            int taken = 0;
            for (var all = fresh.values().iterator(); all.hasNext(); taken++) {
                RecordEvent one = all.next();
                pending.remove(one.recordId());
                some.computeIfAbsent(one.object(), object -> new ArrayList<>()).add(one.recordId());
                all.remove();
            }
            for (var all = pending.entrySet().iterator(); taken < PORTION && all.hasNext(); taken++) {
                Map.Entry<Long, String> one = all.next();
                some.computeIfAbsent(one.getValue(), object -> new ArrayList<>())
                        .add(one.getKey());
                all.remove();
            }
        }
        return some;
    }

    /** Remembers what was not told to this index, while it was closed or had too much to do; false when that is all. */
    private boolean missed() {
        synchronized (pending) {
            if (missedAfter == NOTHING_MISSED) {
                return false;
            }
        }
        return feed.meanwhile(() -> {
            List<RecordEvent> events = feed.ofTenant(tenant, missedAfter, PORTION);
            synchronized (pending) {
                events.forEach(event -> pending.put(event.recordId(), event.object()));
                missedAfter = events.size() < PORTION
                        ? NOTHING_MISSED
                        : events.get(events.size() - 1).position();
            }
            return !events.isEmpty();
        });
    }

    /**
     * One step of the walk over all records.
     *
     * @return how many records were visited
     */
    int step() throws IOException {
        work.lock();
        try {
            if (state.walk().isEmpty()) {
                return 0;
            }
            IndexState.Walk walk = state.walk().get();
            List<SearchDocument> found = records.before(walk.object(), walk.before(), PORTION);
            index.put(found, state.generation());
            changed = true;
            if (found.size() == PORTION) {
                long last = found.get(found.size() - 1).id();
                state = state.walked(Optional.of(new IndexState.Walk(walk.object(), last)));
            } else {
                Optional<IndexState.Walk> next = records.objects().stream()
                        .sorted()
                        .filter(object -> object.compareTo(walk.object()) > 0)
                        .findFirst()
                        .map(object -> new IndexState.Walk(object, Long.MAX_VALUE));
                state = state.walked(next);
                if (next.isEmpty()) {
                    index.keepOnly(state.generation());
                    index.refresh();
                }
            }
            return found.size();
        } finally {
            work.unlock();
        }
    }

    /** Makes sure that a killed process goes on from here. */
    void commit(Duration every) throws IOException {
        work.lock();
        try {
            boolean due = System.nanoTime() - committed >= every.toNanos();
            boolean stale = state.savedAt().isBefore(Instant.now().minus(CONFIRMED));
            if (!due || !changed && !stale) {
                return;
            }
            long low = feed.low();
            boolean more = true;
            while (more) {
                more = portion();
                hidden |= more;
            }
            state = state.at(low, Instant.now(), newest());
            index.commit(state);
            changed = false;
            committed = System.nanoTime();
        } finally {
            work.unlock();
        }
    }

    private Optional<IndexState.Mark> newest() {
        return feed.newestOfTenant(tenant, 1).stream().findFirst().map(IndexState.Mark::of);
    }
}
