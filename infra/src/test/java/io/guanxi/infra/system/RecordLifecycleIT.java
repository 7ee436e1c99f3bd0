package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@SystemTest
class RecordLifecycleIT {

    private final Api acme;

    RecordLifecycleIT(RunningSystem system) {
        acme = system.partner("acme-partner");
    }

    @Test
    void aNewRecordIsAnsweredWithItsPlaceItsTagAndItself() {
        Map<String, Object> input = new LinkedHashMap<>(Samples.account(Samples.word()));
        input.put("annualRevenue", Map.of("amount", "1234567.50", "currency", "EUR"));
        Answer created = acme.post("accounts", input).expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/accounts/" + created.id());
        assertThat(created.header("ETag")).isNotEmpty();
        assertThat(created.json().path("phone").asText()).isEqualTo("+4930901820");
        assertThat(created.json().path("country").asText()).isEqualTo("DE");
        assertThat(created.json().path("annualRevenue").path("amount").asText()).isEqualTo("1234567.50");
        Answer read = acme.get(created.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
    }

    @Test
    void whoHasTheRecordAlreadyIsNotSentItAgain() {
        Answer created = create();
        Answer same = acme.request("GET", address(created))
                .header("If-None-Match", created.header("ETag"))
                .send()
                .expect(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(created.header("ETag"));
        acme.patch(address(created), Map.of("rating", "hot")).expect(200);
        acme.request("GET", address(created))
                .header("If-None-Match", created.header("ETag"))
                .send()
                .expect(200);
    }

    @Test
    void aChangeNamesTheVersionItIsMeantFor() {
        Answer created = create();
        acme.request("PATCH", address(created))
                .mergePatch(Map.of("rating", "hot"))
                .send()
                .expectProblem(428, "precondition-required");
        Answer changed = acme.request("PATCH", address(created))
                .mergePatch(Map.of("rating", "hot"))
                .header("If-Match", created.header("ETag"))
                .send()
                .expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(created.header("ETag"));
        Answer stale = acme.request("PATCH", address(created))
                .mergePatch(Map.of("rating", "cold"))
                .header("If-Match", created.header("ETag"))
                .send()
                .expectProblem(412, "stale-record");
        assertThat(stale.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(acme.get(address(created)).json().path("rating").asText()).isEqualTo("hot");
    }

    @Test
    void aMergePatchChangesWhatItNamesAndClearsWhatIsNull() {
        Answer created = create();
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("type", null);
        patch.put("industry", "retail");
        JsonNode changed = acme.patch(address(created), patch).expect(200).json();
        assertThat(changed.path("type").isNull()).isTrue();
        assertThat(changed.path("industry").asText()).isEqualTo("retail");
        assertThat(changed.path("name")).isEqualTo(created.json().path("name"));
        assertThat(changed.path("phones")).isEqualTo(created.json().path("phones"));
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() throws Exception {
        Answer created = create();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = "writer " + i;
            writers.add(() -> acme.request("PATCH", address(created))
                    .mergePatch(Map.of("description", text))
                    .header("If-Match", created.header("ETag"))
                    .send()
                    .status());
        }
        assertThat(together(writers)).filteredOn(status -> status == 200).hasSize(1);
        assertThat(acme.get(address(created)).json().path("version").asLong())
                .isEqualTo(created.json().path("version").asLong() + 1);
    }

    @Test
    void aDeletedRecordIsGoneUntilItIsRestored() {
        Answer created = create();
        acme.request("DELETE", address(created))
                .header("If-Match", "\"v987654\"")
                .send()
                .expectProblem(412, "stale-record");
        acme.delete(address(created)).expect(204);
        acme.get(address(created)).expectProblem(404, "not-found");
        acme.patch(address(created), Map.of("rating", "hot")).expectProblem(404, "not-found");
        acme.delete(address(created)).expectProblem(404, "not-found");
        String name = Api.encoded(created.json().path("name").asText());
        assertThat(acme.get("accounts?filter=name==" + name).json().path("items"))
                .isEmpty();
        assertThat(acme.get("accounts?deleted=true&filter=name==" + name).json().path("items"))
                .hasSize(1);
        acme.post(address(created) + "/restore", "").expect(200);
        JsonNode restored = acme.get(address(created)).expect(200).json();
        assertThat(restored.path("phones")).isEqualTo(created.json().path("phones"));
        assertThat(acme.get("accounts?q=" + name).json().path("items")).hasSize(1);
    }

    @Test
    void theHistoryTellsWhoDidWhat() {
        Answer created = create();
        acme.patch(address(created), Map.of("rating", "hot")).expect(200);
        acme.delete(address(created)).expect(204);
        acme.post(address(created) + "/restore", "").expect(200);
        List<JsonNode> entries = acme.all(address(created) + "/history?limit=1");
        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("restored", "deleted", "updated", "created");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.path("byKind").asText()).isEqualTo("client"));
        JsonNode change = entries.get(2).path("changes").get(0);
        assertThat(change.path("field").asText()).isEqualTo("rating");
        assertThat(change.path("after").asText()).isEqualTo("hot");
    }

    @Test
    void anotherSystemsIdCreatesOnceAndChangesAfterwards() {
        String address = "accounts/by-external-id/erp/" + Samples.word();
        Answer created = acme.put(address, Samples.account("First")).expect(201);
        Answer changed = acme.put(address, Map.of("name", "Second")).expect(200);
        assertThat(changed.id()).isEqualTo(created.id());
        assertThat(changed.json().path("name").asText()).isEqualTo("Second");
        assertThat(changed.json().path("type").asText()).isEqualTo("customer");
        acme.delete(address(created)).expect(204);
        assertThat(acme.put(address, Map.of("name", "Third")).expect(200).id()).isEqualTo(created.id());
        acme.get(address(created)).expect(200);
    }

    @Test
    void ofManyWhoUpsertTheSameIdOneCreates() throws Exception {
        String address = "accounts/by-external-id/erp/" + Samples.word();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            writers.add(() -> acme.put(address, Map.of("name", "Racer")).status());
        }
        List<Integer> statuses = together(writers);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).allMatch(status -> List.of(200, 201, 409, 503).contains(status));
        String external = address.substring(address.lastIndexOf('/') + 1);
        assertThat(acme.all("accounts?filter=externalId==" + external)).hasSize(1);
    }

    private Answer create() {
        return acme.post("accounts", Samples.account(Samples.word())).expect(201);
    }

    private static String address(Answer created) {
        return "accounts/" + created.id();
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
