package io.guanxi.infra.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.container.listening.Listener;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.event.EventFeed;
import io.guanxi.kernel.event.FeedPosition;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.RecordService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever changes a record leaves an event, which handlers get at least once whatever goes wrong. */
@ExtendWith({ContainerNode.class, ArquillianExtension.class})
class EventsIT {

    private static final int ACME = 1001;
    private static final int GLOBEX = 1002;

    @Inject
    private RecordService records;

    @Inject
    private EventFeed feed;

    @Inject
    private Listener listener;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Deployment
    static WebArchive kernel() {
        return KernelArchive.withPackage(jar -> jar.addClass(Listener.class), EventsIT.class)
                .addAsLibraries(KernelArchive.jarOf(Awaitility.class), KernelArchive.jarOf(org.hamcrest.Matcher.class));
    }

    private static CallContext.Scope as(int tenant) {
        return CallContext.enter(Caller.system(tenant, "0"));
    }

    private String made(int tenant, String name) {
        try (var scope = as(tenant)) {
            return records.create("account", Map.of("name", name)).id();
        }
    }

    private static long inner(String id) {
        return RecordId.parse(id).orElseThrow();
    }

    @Test
    void aHandlerHearsOfEverythingInTheTenantItHappenedIn() {
        String id = made(ACME, "Heard of");
        try (var scope = as(ACME)) {
            records.update("account", id, OptionalLong.empty(), Map.of("name", "Heard of again"));
            records.delete("account", id, OptionalLong.empty());
            records.restore("account", id);
        }
        String other = made(GLOBEX, "Heard of elsewhere");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(listener.heard(ACME, inner(id)))
                    .containsExactly(
                            RecordEvent.Kind.CREATED,
                            RecordEvent.Kind.UPDATED,
                            RecordEvent.Kind.DELETED,
                            RecordEvent.Kind.RESTORED);
            assertThat(listener.heard(GLOBEX, inner(other))).containsExactly(RecordEvent.Kind.CREATED);
        });
        assertThat(listener.heard(GLOBEX, inner(id))).isEmpty();
    }

    @Test
    void whatIsRefusedOrChangesNothingLeavesNoEvent() {
        FeedPosition before = feed.end();
        try (var scope = as(ACME)) {
            assertThatThrownBy(() -> records.create("account", Map.of("name", "")))
                    .isInstanceOf(InvalidRecord.class);
        }
        String id = made(ACME, "Same as ever");
        try (var scope = as(ACME)) {
            records.update("account", id, OptionalLong.empty(), Map.of("name", "Same as ever"));
        }
        assertThat(feed.read(before, 1_000).events())
                .filteredOn(event -> event.recordId() == inner(id) || event.recordId() == 0)
                .hasSize(1);
    }

    @Test
    void anEventThatFailsIsRepeatedAndKeepsNobodyElsesWaiting() {
        listener.failNext(ACME);
        String failing = made(ACME, "Falls on deaf ears");
        String fine = made(GLOBEX, "Not concerned");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(listener.heard(GLOBEX, inner(fine))).isNotEmpty();
            assertThat(listener.heard(ACME, inner(failing))).containsExactly(RecordEvent.Kind.CREATED);
        });
    }

    @Test
    void whatCommitsLateIsReadAllTheSame() throws Exception {
        FeedPosition start = feed.end();
        String late;
        String early;
        FeedPosition between;
        transaction.begin();
        try (var scope = as(ACME)) {
            late = records.create("account", Map.of("name", "Began first")).id();
            early = madeElsewhere();
            EventFeed.Read read = feed.read(start, 1_000);
            between = read.next();
            assertThat(ids(read.events())).contains(inner(early)).doesNotContain(inner(late));
            transaction.commit();
        }
        assertThat(ids(feed.read(between, 1_000).events()))
                .contains(inner(late))
                .doesNotContain(inner(early));
    }

    /** In a thread, and so in a transaction, of its own. */
    private String madeElsewhere() throws Exception {
        return executor.submit(() -> made(GLOBEX, "Began second")).get();
    }

    private static List<Long> ids(List<RecordEvent> events) {
        return events.stream().map(RecordEvent::recordId).toList();
    }
}
