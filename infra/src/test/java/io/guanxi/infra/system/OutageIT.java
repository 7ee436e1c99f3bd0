package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Parts of the product are killed while it is used. */
@SystemTest
class OutageIT {

    private static final int WRITERS = 4;
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private final RunningSystem system;
    private final Api acme;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();

    OutageIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
    }

    @Test
    void withoutItsDatabaseTheInterfaceSaysSoAndRecoversByItself() throws Exception {
        String word = Samples.word();
        Set<String> promised = writeWhile(word, () -> {
            system.kill9("database");
            system.awaitServing();
        });
        Set<String> kept = new HashSet<>();
        acme.all("accounts?limit=200&fields=name&filter=name==" + word + "*")
                .forEach(item -> kept.add(item.path("id").asText()));
        assertThat(kept).containsAll(promised);
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheApplicationIsKilled() throws Exception {
        String word = Samples.word();
        Set<String> promised = writeWhile(word, () -> {
            system.kill9("payara");
            system.awaitServing();
        });
        for (String id : promised) {
            acme.get("accounts/" + id).expect(200);
        }
        assertThat(acme.all("accounts?limit=200&q=" + word)).hasSizeGreaterThanOrEqualTo(promised.size());
    }

    @Test
    void validTokensAndSessionsOutliveKeycloak() {
        var browser = system.logIn("sales@acme.example");
        acme.get("accounts?limit=1").expect(200);
        system.kill9("keycloak");
        acme.get("accounts?limit=1").expect(200);
        browser.get("/app/accounts").expect(200);
        Answer logIn = await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> system.anonymous().get("/app/accounts"), answer -> answer.status() == 503);
        assertThat(logIn.text()).contains("Signing in is not possible at the moment");
        assertThat(logIn.header("Retry-After")).isNotEmpty();
        system.awaitServing();
        acme.get("accounts?limit=1").expect(200);
    }

    /** Ids that were acknowledged to writers who never rest, before, during and after what happens meanwhile. */
    private Set<String> writeWhile(String word, Runnable outage) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = word + " " + i;
            writers.add(threads.submit(() -> write(name)));
        }
        awaitAcknowledged(40, writers);
        outage.run();
        int before = acknowledged.get();
        awaitAcknowledged(before + 40, writers);
        stop.set(true);
        Set<String> promised = new HashSet<>();
        for (Future<List<String>> writer : writers) {
            promised.addAll(writer.get());
        }
        threads.shutdownNow();
        return promised;
    }

    /** A writer only ends before it is told to when it met what must not be. */
    private void awaitAcknowledged(int records, List<Future<List<String>>> writers) throws Exception {
        await().atMost(RECOVERY)
                .until(() -> acknowledged.get() > records || writers.stream().anyMatch(Future::isDone));
        for (Future<List<String>> writer : writers) {
            if (writer.isDone()) {
                writer.get();
            }
        }
        assertThat(acknowledged.get()).isGreaterThan(records);
    }

    private List<String> write(String name) {
        List<String> ids = new ArrayList<>();
        while (!stop.get()) {
            try {
                Answer answer = acme.post("accounts", Map.of("name", name));
                if (answer.status() == 201) {
                    ids.add(answer.id());
                    acknowledged.incrementAndGet();
                } else if (answer.header("Content-Type").startsWith("application/problem+json")) {
                    answer.expectProblem(503, "unavailable");
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                } else {
                    // The server is up and the product in it not yet: the product marks all it answers.
                    assertThat(answer.header("Trace-Id")).as(answer.toString()).isEmpty();
                }
            } catch (UncheckedIOException nobodyThere) {
                assertThat(nobodyThere).hasMessageContaining("POST accounts");
            }
        }
        return ids;
    }
}
