package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Threads and connections of the server serve both tenants in turn, over REST, on pages, in searches and in jobs; nothing of
 * the one is left for the other.
 */
@SystemTest
@Proves(ProofPart.MIX)
class MixedTenantsIT {

    private static final int THREADS = 8;
    private static final int RECORDS = 60;
    private static final Duration TIME = Duration.ofSeconds(20);

    private final Tenant acme;
    private final Tenant globex;

    /** One tenant's callers, and the word that stands in everything of it and in nothing of the other. */
    private record Tenant(Api api, Visit visit, String word, List<String> ids) {

        String any() {
            return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        }
    }

    /** What a thread does next; jobs take seconds, so they come once in a while. */
    private enum Deed {
        READ,
        READ_FOREIGN,
        CHANGE,
        CHANGE_FOREIGN,
        LIST,
        FIND_FOREIGN,
        BULK,
        SEARCH,
        LIST_PAGE,
        RECORD_PAGE,
        FOREIGN_PAGE,
        SEARCH_PAGE,
        HISTORY,
        JOBS,
        EXPORT,
        IMPORT;

        private static final int SELDOM = 6;

        boolean isDue(int round) {
            return this != EXPORT && this != IMPORT || round % SELDOM == 0;
        }
    }

    MixedTenantsIT(RunningSystem system) {
        acme = tenant(system, "acme");
        globex = tenant(system, "globex");
    }

    private static Tenant tenant(RunningSystem system, String name) {
        Api api = system.partner(name + "-partner");
        String word = Samples.word();
        return new Tenant(api, system.logIn("owner@" + name + ".example"), word, Samples.accounts(api, word, RECORDS));
    }

    @Test
    void nothingOfAnotherTenantEverAppears(Figures figures) throws Exception {
        Instant end = Instant.now().plus(TIME);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Map<Deed, Integer> done = new EnumMap<>(Deed.class);
        try {
            List<Future<Map<Deed, Integer>>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                work.add(threads.submit(() -> mix(first, end)));
            }
            for (Future<Map<Deed, Integer>> one : work) {
                one.get().forEach((deed, times) -> done.merge(deed, times, Integer::sum));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).containsOnlyKeys(Deed.values());
        assertOnlyOwn(acme, globex);
        assertOnlyOwn(globex, acme);
        figures.put("threads", THREADS);
        figures.put(
                "requests", done.values().stream().mapToInt(Integer::intValue).sum());
        figures.put("foreign", 0);
        System.out.println("mixed: " + done);
    }

    /** That the comparison sees what is of the other: the same calls with the tenants mistaken for each other. */
    @Test
    void whatIsOfTheOtherTenantIsSeen() {
        Tenant mistaken = new Tenant(globex.api(), globex.visit(), acme.word(), globex.ids());
        Tenant foreign = new Tenant(acme.api(), acme.visit(), globex.word(), acme.ids());
        for (Deed deed : List.of(Deed.READ, Deed.RECORD_PAGE, Deed.HISTORY, Deed.EXPORT)) {
            assertThatThrownBy(() -> call(deed, mistaken, foreign))
                    .as(deed.name())
                    .isInstanceOf(AssertionError.class);
        }
    }

    /** One thread is both tenants in turn, as a thread of the server is. */
    private Map<Deed, Integer> mix(int first, Instant end) {
        Map<Deed, Integer> done = new EnumMap<>(Deed.class);
        for (int round = first; Instant.now().isBefore(end); round++) {
            for (Deed deed : Deed.values()) {
                if (deed.isDue(round)) {
                    call(deed, acme, globex);
                    call(deed, globex, acme);
                    done.merge(deed, 2, Integer::sum);
                }
            }
        }
        return done;
    }

    private static void call(Deed deed, Tenant own, Tenant other) {
        Api api = own.api();
        Answer answer =
                switch (deed) {
                    case READ -> api.get("accounts/" + own.any()).expect(200);
                    case READ_FOREIGN -> api.get("accounts/" + other.any()).expect(404);
                    case CHANGE -> changed(api, own.any());
                    case CHANGE_FOREIGN ->
                        api.patch("accounts/" + other.any(), Map.of("description", own.word()))
                                .expect(404);
                    case LIST ->
                        api.get("accounts?limit=20&filter=name==" + own.word() + "*")
                                .expect(200);
                    case FIND_FOREIGN ->
                        api.get("accounts?limit=20&q=" + other.word()).expect(200);
                    case BULK -> bulk(api, own, other).expect(200);
                    case SEARCH -> api.get("search?q=" + own.word()).expect(200);
                    case LIST_PAGE ->
                        own.visit().get("/app/accounts?q=" + own.word()).expect(200);
                    case RECORD_PAGE ->
                        own.visit().get("/app/accounts/" + own.any()).expect(200);
                    case FOREIGN_PAGE ->
                        own.visit().get("/app/accounts/" + other.any()).expect(404);
                    case SEARCH_PAGE ->
                        own.visit().get("/app/search?q=" + own.word()).expect(200);
                    case HISTORY ->
                        api.get("accounts/" + own.any() + "/history").expect(200);
                    case JOBS -> api.get("jobs?limit=20").expect(200);
                    case EXPORT -> exported(api, own.word());
                    case IMPORT -> imported(api, own.word());
                };
        assertThat(answer.text()).as(deed + " " + answer.request()).doesNotContain(other.word());
    }

    /** Somebody else may change the same record at the same moment. */
    private static Answer changed(Api api, String id) {
        Answer answer = api.patch(
                "accounts/" + id,
                Map.of("employees", ThreadLocalRandom.current().nextInt(9_999)));
        assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
        return answer;
    }

    private static Answer bulk(Api api, Tenant own, Tenant other) {
        return api.post(
                "accounts/bulk",
                List.of(
                        Map.of("op", "update", "id", other.any(), "data", Map.of("description", own.word())),
                        Map.of("op", "create", "data", Map.of("name", own.word() + " late"))));
    }

    /** The file that an export of everything with the tenant's word has made. */
    private static Answer exported(Api api, String word) {
        String job = ended(
                api,
                api.post("jobs?type=export&object=accounts&filter=name==" + word + "*", Map.of())
                        .expect(202)
                        .id());
        Answer file = api.get("jobs/" + job + "/result").expect(200);
        assertThat(file.text()).contains(word);
        return file;
    }

    /** The job of an import of one row that is good and one that is not, and what it says of the latter. */
    private static Answer imported(Api api, String word) {
        String job = ended(
                api,
                api.request("POST", "jobs?type=import&object=accounts&fileName=" + word + ".csv")
                        .body("text/csv", "name,employees\n" + word + " imported,1\n" + word + " wrong,many\n")
                        .send()
                        .expect(202)
                        .id());
        return api.get("jobs/" + job + "/errors").expect(200);
    }

    private static String ended(Api api, String job) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        api.get("jobs/" + job).json().path("status").asText().equals("succeeded"));
        return job;
    }

    private static void assertOnlyOwn(Tenant own, Tenant other) {
        Set<String> names = new HashSet<>();
        for (JsonNode item : own.api().all("accounts?limit=200&q=" + own.word())) {
            names.add(item.path("name").asText());
            assertThat(item.toString()).doesNotContain(other.word());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(RECORDS);
        assertThat(own.api().all("accounts?q=" + other.word())).isEmpty();
    }
}
