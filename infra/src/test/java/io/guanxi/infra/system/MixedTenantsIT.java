package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Threads and connections of the server serve both tenants in turn; nothing of the one is left for the other. */
@SystemTest
class MixedTenantsIT {

    private static final int THREADS = 8;
    private static final Duration TIME = Duration.ofSeconds(15);

    private final Api acme;
    private final Api globex;
    private final String acmeWord = Samples.word();
    private final String globexWord = Samples.word();

    MixedTenantsIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void noRowOfAnotherTenantEverAppears() throws Exception {
        List<String> ofAcme = Samples.accounts(acme, acmeWord, 60);
        List<String> ofGlobex = Samples.accounts(globex, globexWord, 60);
        Instant end = Instant.now().plus(TIME);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> work = new ArrayList<>();
        try {
            for (int i = 0; i < THREADS; i++) {
                work.add(threads.submit(() -> mix(ofAcme, ofGlobex, end)));
            }
            int calls = 0;
            for (Future<Integer> one : work) {
                calls += one.get();
            }
            assertThat(calls).isGreaterThan(100);
        } finally {
            threads.shutdownNow();
        }
        assertOnlyOwn(acme, acmeWord, globexWord);
        assertOnlyOwn(globex, globexWord, acmeWord);
    }

    /** One thread is both tenants in turn, as a thread of the server is. */
    private int mix(List<String> ofAcme, List<String> ofGlobex, Instant end) {
        int calls = 0;
        while (Instant.now().isBefore(end)) {
            call(acme, acmeWord, globexWord, ofAcme, ofGlobex);
            call(globex, globexWord, acmeWord, ofGlobex, ofAcme);
            calls += 2;
        }
        return calls;
    }

    private static void call(Api api, String own, String foreign, List<String> ownIds, List<String> foreignIds) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String mine = ownIds.get(random.nextInt(ownIds.size()));
        String theirs = foreignIds.get(random.nextInt(foreignIds.size()));
        Answer answer =
                switch (random.nextInt(7)) {
                    case 0 -> api.get("accounts/" + mine).expect(200);
                    case 1 -> api.get("accounts/" + theirs).expect(404);
                    case 2 -> api.patch("accounts/" + mine, Map.of("employees", random.nextInt(9_999)));
                    case 3 ->
                        api.patch("accounts/" + theirs, Map.of("description", own))
                                .expect(404);
                    case 4 ->
                        api.get("accounts?limit=20&filter=name==" + own + "*").expect(200);
                    case 5 -> api.get("accounts?limit=20&q=" + foreign).expect(200);
                    default ->
                        api.post(
                                        "accounts/bulk",
                                        List.of(
                                                Map.of(
                                                        "op",
                                                        "update",
                                                        "id",
                                                        theirs,
                                                        "data",
                                                        Map.of("description", own)),
                                                Map.of("op", "create", "data", Map.of("name", own + " late"))))
                                .expect(200);
                };
        assertThat(answer.status()).as(answer.toString()).isIn(200, 404, 503);
        assertThat(answer.text()).doesNotContain(foreign);
    }

    private static void assertOnlyOwn(Api api, String own, String foreign) {
        Set<String> names = new HashSet<>();
        for (JsonNode item : api.all("accounts?limit=200&q=" + own)) {
            names.add(item.path("name").asText());
            assertThat(item.toString()).doesNotContain(foreign);
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
        assertThat(api.all("accounts?q=" + foreign)).isEmpty();
    }
}
