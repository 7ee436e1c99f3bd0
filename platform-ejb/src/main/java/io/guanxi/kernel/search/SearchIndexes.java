package io.guanxi.kernel.search;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.SearchableRecords;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The indexes of tenants that this node has open: those searched of late, whatever the number of tenants. A closed one waits on
 * disk and catches up when it is searched again.
 */
@ApplicationScoped
public class SearchIndexes {

    private static final Logger LOG = Logger.getLogger(SearchIndexes.class.getName());

    /** Open at the same time, unless more are in use at the same moment. */
    private static final int MOST_OPEN = 200;

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

    /** How long a search waits for what was written before it. */
    static final Duration WAIT = Duration.ofSeconds(3);

    /** A small company's index is whole after its first search; nobody waits longer for a large one. */
    private static final Duration WALK = Duration.ofMillis(250);

    /** One index keeps those who search in it waiting for a turn, and the other indexes until theirs. */
    private static final Duration TURN = Duration.ofMillis(100);

    /** New indexes are filled in rounds for so long, before the others are looked after again. */
    private static final Duration ROUNDS = Duration.ofSeconds(3);

    private final Map<Integer, Entry> open = new ConcurrentHashMap<>();

    /** Those that are told of changes: an index is among them before anybody can search in it. */
    private final Map<Integer, OpenIndex> told = new ConcurrentHashMap<>();

    @Inject
    private SearchFolder folder;

    @Inject
    private SearchFeed feed;

    @Inject
    private SearchableRecords records;

    @Inject
    private ObjectRegistry objects;

    private static final class Entry {
        private final OpenIndex index;
        private int users;
        private long usedAt = System.nanoTime();

        Entry(OpenIndex index) {
            this.index = index;
        }
    }

    /** Does something with the index of the caller's tenant, which stays open meanwhile. */
    <T> T with(Function<OpenIndex, T> work) {
        int tenant = CallContext.require().tenantId();
        Entry entry = open.compute(tenant, (id, known) -> {
            Entry used = known == null ? open(id) : known;
            used.users++;
            used.usedAt = System.nanoTime();
            return used;
        });
        try {
            entry.index.follow(fields());
            return work.apply(entry.index);
        } finally {
            open.computeIfPresent(tenant, (id, used) -> {
                used.users--;
                return used;
            });
        }
    }

    /** Everything that was committed before this call is found after it, but for more than can be brought in in time. */
    boolean catchUp(OpenIndex index) {
        feed.catchUp(this::tell);
        return index.catchUp(WAIT, WALK);
    }

    private void tell(RecordEvent event) {
        OpenIndex index = told.get(event.tenantId());
        if (index != null) {
            index.tell(event);
        }
    }

    private Entry open(int tenant) {
        feed.catchUp(this::tell);
        // The index must be known to the feed before the feed goes on.
        return feed.meanwhile(() -> {
            try {
                OpenIndex index = new OpenIndex(tenant, files(tenant), feed, records);
                index.begin(feed.low(), fields());
                told.put(tenant, index);
                return new Entry(index);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private TenantIndex files(int tenant) throws IOException {
        try {
            return new TenantIndex(folder.of(tenant));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, e, () -> "the search index of tenant " + tenant + " is made anew");
            folder.delete(tenant);
            return new TenantIndex(folder.of(tenant));
        }
    }

    private Set<String> fields() {
        return objects.all().stream()
                .flatMap(object -> object.fields().values().stream()
                        .filter(FieldDescriptor::searchable)
                        .map(field -> (object.isCustom() || field.isCustom() ? OpenIndex.OF_TENANT : "") + object.name()
                                + "." + field.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keeps what is open up to date, on disk as well, and closes what nobody uses. */
    void tend() {
        if (open.isEmpty()) {
            return;
        }
        feed.catchUp(this::tell);
        open.keySet().forEach(this::tend);
        fill();
        close(open.entrySet().stream()
                .filter(entry -> System.nanoTime() - entry.getValue().usedAt > IDLE.toNanos())
                .map(Map.Entry::getKey)
                .toList());
        if (open.size() > MOST_OPEN) {
            close(open.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().usedAt))
                    .limit(open.size() - MOST_OPEN)
                    .map(Map.Entry::getKey)
                    .toList());
        }
    }

    /** One that fails waits for the next time. */
    private void fill() {
        long until = System.nanoTime() + ROUNDS.toNanos();
        List<Integer> walking = open.keySet().stream().filter(this::isWalking).toList();
        while (!walking.isEmpty() && System.nanoTime() < until) {
            walking =
                    walking.stream().filter(this::tend).filter(this::isWalking).toList();
        }
    }

    private boolean isWalking(int tenant) {
        Entry entry = open.get(tenant);
        return entry != null && entry.index.isWalking();
    }

    /** Whether it went well. */
    private boolean tend(int tenant) {
        Entry entry = open.get(tenant);
        if (entry == null) {
            return true;
        }
        try (var scope = CallContext.enter(system(tenant))) {
            entry.index.catchUp(TURN);
            entry.index.commit(COMMIT_EVERY);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the search index of tenant " + tenant + " is behind");
            return false;
        }
    }

    private void close(List<Integer> tenants) {
        for (int tenant : tenants) {
            open.computeIfPresent(tenant, (id, entry) -> {
                if (entry.users > 0) {
                    return entry;
                }
                close(id, entry);
                return null;
            });
        }
    }

    /** Lets go of the index of the caller's tenant for good; one in use stays until the next attempt. */
    void drop() throws IOException {
        int tenant = CallContext.require().tenantId();
        close(List.of(tenant));
        folder.deleteEverywhere(tenant);
    }

    /** How many files the index of the caller's tenant has, on all nodes that share the home. */
    long files() throws IOException {
        return folder.files(CallContext.require().tenantId());
    }

    private void close(int tenant, Entry entry) {
        try (var scope = CallContext.enter(system(tenant))) {
            entry.index.commit(Duration.ZERO);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "what is new in the search index of tenant " + tenant + " is read again");
        }
        // Not before the commit: it says that everything told until then is in.
        told.remove(tenant, entry.index);
        try {
            entry.index.index().close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a search index was not closed", e);
        }
    }

    private static Caller system(int tenant) {
        return Caller.system(tenant, UUID.randomUUID().toString().replace("-", ""));
    }

    @PreDestroy
    void closeAll() {
        open.forEach(this::close);
        open.clear();
    }
}
