package io.guanxi.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.record.SearchableRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenIndexTest {

    private static final int TENANT = 7;
    private static final Set<String> FIELDS = Set.of("account.name", "tag.name");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Table table = new Table();
    private final Feed feed = new Feed();
    private OpenIndex index;

    /** The records there are. */
    private static final class Table extends SearchableRecords {

        private final TreeMap<Long, String> names = new TreeMap<>();
        private final List<String> asked = new ArrayList<>();
        private int read;
        private boolean failing;
        private boolean failingWalks;

        @Override
        public List<SearchDocument> byIds(String object, Collection<Long> ids) {
            failIf(failing);
            ids.forEach(id -> asked.add(id.toString()));
            return ids.stream()
                    .filter(id -> names.containsKey(id) && object.equals("account"))
                    .map(this::document)
                    .toList();
        }

        @Override
        public List<SearchDocument> before(String object, long id, int limit) {
            failIf(failingWalks);
            read++;
            asked.add("walk");
            return object.equals("account")
                    ? names.headMap(id).keySet().stream()
                            .sorted(Comparator.reverseOrder())
                            .limit(limit)
                            .map(this::document)
                            .toList()
                    : List.of();
        }

        @Override
        public List<String> objects() {
            return List.of("tag", "account");
        }

        private static void failIf(boolean failing) {
            if (failing) {
                throw new IllegalStateException("away");
            }
        }

        private SearchDocument document(long id) {
            return new SearchDocument("account", id, Shelf.LISTED).title(FieldType.TEXT, names.get(id));
        }
    }

    /** What happened to them. */
    private static final class Feed extends SearchFeed {

        private final List<RecordEvent> events = new ArrayList<>();

        private RecordEvent add(String object, long id) {
            RecordEvent event = new RecordEvent(events.size() + 1, TENANT, object, id, RecordEvent.Kind.UPDATED);
            events.add(event);
            return event;
        }

        @Override
        <T> T meanwhile(Supplier<T> work) {
            return work.get();
        }

        @Override
        long low() {
            return events.size() + 1;
        }

        @Override
        long oldest() {
            return events.isEmpty() ? 0 : events.get(0).position();
        }

        @Override
        List<RecordEvent> newestOfTenant(int tenant, int limit) {
            List<RecordEvent> newest =
                    new ArrayList<>(events.subList(Math.max(0, events.size() - limit), events.size()));
            Collections.reverse(newest);
            return newest;
        }

        @Override
        List<RecordEvent> ofTenant(int tenant, long after, int limit) {
            return events.stream()
                    .filter(event -> event.position() > after)
                    .limit(limit)
                    .toList();
        }
    }

    @BeforeEach
    void open() throws IOException {
        open(FIELDS);
    }

    private void open(Set<String> fields) throws IOException {
        index = new OpenIndex(TENANT, new TenantIndex(folder), feed, table);
        index.begin(feed.low(), fields);
    }

    @AfterEach
    void close() throws IOException {
        index.index().close();
    }

    @Test
    void anIndexThatIsNotThereIsFilledWithEverything() {
        for (long id = 1; id <= 1_200; id++) {
            table.names.put(id, "Acme " + id);
        }
        assertThat(index.isComplete()).isFalse();
        assertThat(index.catchUp(LONG)).isTrue();
        assertThat(index.isComplete()).isTrue();
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1_200);
    }

    @Test
    void whatWasWrittenLastIsReadBeforeAllElseIsVisited(@TempDir Path empty) throws IOException {
        index.index().close();
        table.names.put(7L, "Globex");
        feed.add("account", 7);
        index = new OpenIndex(TENANT, new TenantIndex(empty), feed, table);
        index.begin(feed.low(), FIELDS);
        index.catchUp(LONG);
        assertThat(table.asked).startsWith("7");
    }

    @Test
    void whatWasToldLastComesInBeforeAllThatWaits() {
        index.catchUp(LONG);
        for (long id = 1; id <= 5_000; id++) {
            table.names.put(id, "Acme " + id);
            index.tell(feed.add("account", id));
        }
        table.asked.clear();
        index.catchUp(LONG);
        assertThat(table.asked.indexOf("5000")).isLessThan(table.asked.indexOf("1"));
        assertThat(index.index().count("acme", "account", false)).isEqualTo(5_000);
    }

    @Test
    void whatIsToldIsFoundAsItIsNowAndWhatIsGoneIsNot() {
        index.catchUp(LONG);
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
        table.names.remove(1L);
        index.tell(feed.add("account", 1));
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isZero();
    }

    private void writeWhileClosed() throws IOException {
        index.catchUp(LONG);
        index.commit(Duration.ZERO);
        index.index().close();
        for (long id = 1; id <= 1_200; id++) {
            table.names.put(id, "Acme " + id);
            feed.add("account", id);
        }
    }

    @Test
    void whatHappenedWhileTheIndexWasClosedIsReadWhenItIsOpened() throws IOException {
        writeWhileClosed();
        int before = table.read;
        open();
        assertThat(index.catchUp(LONG)).isTrue();
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1_200);
        assertThat(table.read).as("walks").isEqualTo(before);
    }

    @Test
    void whatWasWrittenLastIsReadBeforeAllElseThatWasMissed() throws IOException {
        writeWhileClosed();
        table.asked.clear();
        open();
        index.catchUp(LONG);
        assertThat(table.asked).startsWith("1200");
    }

    @Test
    void anIndexThatWasReadFromAnotherDatabaseIsFilledAnew() throws IOException {
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        index.catchUp(LONG);
        index.commit(Duration.ZERO);
        index.index().close();
        feed.events.clear();
        table.names.clear();
        for (long id = 2; id <= 4; id++) {
            table.names.put(id, "Acme " + id);
            feed.add("account", id);
        }
        open();
        assertThat(index.isWalking()).isTrue();
        index.catchUp(LONG);
        assertThat(index.index().few("acme", "account", false)).contains(List.of(4L, 3L, 2L));
    }

    @Test
    void anIndexStaysWhenTheEventsItWasReadFromAreCleanedAway() throws IOException {
        index.tell(feed.add("account", 1));
        feed.add("account", 2);
        index.catchUp(LONG);
        index.commit(Duration.ZERO);
        index.index().close();
        feed.add("account", 3);
        feed.events.subList(0, 2).clear();
        open();
        assertThat(index.isWalking()).isFalse();
    }

    @Test
    void whatWasWrittenAndNotCommittedIsReadAgain() throws IOException {
        index.catchUp(LONG);
        index.commit(Duration.ZERO);
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        index.catchUp(LONG);
        index.index().close();
        open();
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
    }

    @Test
    void moreThanCanBeRememberedIsReadFromTheFeed() {
        index.catchUp(LONG);
        for (long id = 1; id <= 25_000; id++) {
            table.names.put(id, "Acme " + id);
            index.tell(feed.add("account", id));
        }
        assertThat(index.catchUp(Duration.ofMinutes(1))).isTrue();
        assertThat(index.index().count("acme", "account", false)).isEqualTo(25_000);
    }

    @Test
    void whatCouldNotBeReadIsReadTheNextTime() {
        index.catchUp(LONG);
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        table.failing = true;
        assertThatThrownBy(() -> index.catchUp(LONG)).hasMessage("away");
        table.failing = false;
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
    }

    @Test
    void whatACommitTookInIsFoundByTheNextSearch() throws IOException {
        index.catchUp(LONG);
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        index.commit(Duration.ZERO);
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
    }

    @Test
    void whatCameInBeforeAFailureIsFoundByTheNextSearch() {
        index.catchUp(LONG);
        table.names.put(1L, "Acme");
        index.tell(feed.add("account", 1));
        index.rebuild();
        table.failingWalks = true;
        assertThatThrownBy(() -> index.catchUp(LONG)).hasMessage("away");
        index.catchUp(LONG, Duration.ZERO);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
    }

    @Test
    void aRebuildKeepsWhatIsFoundAndRepairsIt() throws IOException {
        table.names.put(1L, "Acme");
        index.catchUp(LONG);
        table.names.put(2L, "Acme unheard of");
        table.names.remove(1L);
        index.tell(feed.add(OpenIndex.REBUILD, 0));
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1);
        index.catchUp(LONG);
        assertThat(index.isComplete()).isTrue();
        assertThat(index.index().few("acme", "account", false)).contains(List.of(2L));
    }

    @Test
    void aWalkThatBrokeOffGoesOnWhereItStood() throws IOException {
        for (long id = 1; id <= 1_200; id++) {
            table.names.put(id, "Acme " + id);
        }
        index.step();
        index.step();
        index.commit(Duration.ZERO);
        index.index().close();
        int before = table.read;
        open();
        index.catchUp(LONG);
        assertThat(index.index().count("acme", "account", false)).isEqualTo(1_200);
        assertThat(table.read - before).isLessThanOrEqualTo(2);
    }

    @Test
    void aFieldOfTheProductMoreOrAnyFieldLessNeedsAWalkAndANewFieldOfTheTenantDoesNot() throws IOException {
        index.catchUp(LONG);
        index.follow(Set.of("account.name", "+account.custom.site", "tag.name"));
        assertThat(index.isWalking()).isFalse();
        index.follow(FIELDS);
        assertThat(index.isWalking()).isTrue();
        index.catchUp(LONG);
        index.commit(Duration.ZERO);
        index.index().close();
        open(Set.of("account.name", "account.city", "tag.name"));
        assertThat(index.isWalking()).isTrue();
    }
}
