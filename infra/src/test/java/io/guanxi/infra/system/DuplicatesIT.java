package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that seem to mean the same are found before they are made and by a scan, and what people decided stays. */
@SystemTest
class DuplicatesIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    DuplicatesIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void whatIsThereIsToldWithScoreAndReasonsBeforeAnythingIsStored() {
        String id = account("Ｗ" + word + " Anvil Works, Inc.", "city", "Berlin");
        JsonNode found =
                check("accounts", Map.of("name", "w" + word + " ANVIL WÖRKS GmbH", "addresses", city("Berlin")));
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/record/id").asText()).isEqualTo(id);
        assertThat(found.at("/0/score").asInt()).isEqualTo(83);
        assertThat(found.at("/0/reasons").findValuesAsText("code")).containsExactly("company", "same");
        assertThat(found.at("/0/reasons/0/message").asText()).isEqualTo("Name matches");
        assertThat(check("accounts", Map.of("name", "w" + word + " Bakery"))).isEmpty();
        assertThat(check("accounts?of=" + id, Map.of("name", "w" + word + " Anvil Works")))
                .as("a record is not its own duplicate")
                .isEmpty();
        assertThat(acme.get("accounts?count=true&q=w" + word)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aLikelyDuplicateIsRefusedWhenThatIsAskedFor() {
        String id = account(word + " Traders Ltd");
        Map<String, Object> again = Map.of("name", word.toUpperCase(java.util.Locale.ROOT) + " TRADERS");
        Answer refused = acme.post("accounts?duplicates=refuse", again).expectProblem(409, "likely-duplicate");
        assertThat(refused.json().at("/candidates/0/record/id").asText()).isEqualTo(id);
        assertThat(refused.json().at("/candidates/0/score").asInt()).isEqualTo(80);
        acme.post("accounts?duplicates=maybe", again).expectProblem(400, "invalid-query");
        acme.post("accounts", again).expect(201);
        acme.post("accounts?duplicates=refuse", Map.of("name", word + " Bakers"))
                .expect(201);
    }

    @Test
    void keysFollowChangesAndDeletion() {
        String id = account(word + " Before");
        acme.patch("accounts/" + id, Map.of("name", word + " After")).expect(200);
        assertThat(check("accounts", Map.of("name", word + " Before"))).isEmpty();
        assertThat(check("accounts", Map.of("name", word + " After"))).hasSize(1);
        acme.delete("accounts/" + id).expect(204);
        assertThat(check("accounts", Map.of("name", word + " After"))).isEmpty();
        acme.post("accounts/" + id + "/restore", "").expect(200);
        assertThat(check("accounts", Map.of("name", word + " After"))).hasSize(1);
    }

    @Test
    void peopleAreNotTheSameByNameAlone() {
        String mail = word + "@mail.example";
        acme.post(
                        "contacts",
                        Map.of(
                                "firstName",
                                "Anna",
                                "lastName",
                                word,
                                "emails",
                                List.of(Map.of("label", "work", "address", mail))))
                .expect(201);
        assertThat(check("contacts", Map.of("firstName", "Anna", "lastName", word)))
                .isEmpty();
        assertThat(check(
                                "contacts",
                                Map.of(
                                        "lastName",
                                        "Anna " + word,
                                        "emails",
                                        List.of(Map.of(
                                                "label",
                                                "private",
                                                "address",
                                                mail.toUpperCase(java.util.Locale.ROOT)))))
                        .at("/0/score")
                        .asInt())
                .isEqualTo(92);
    }

    @Test
    void aScanFindsPairsAndAsksNoMoreAboutThoseThatAreTwo() {
        String first = account(word + " Metals");
        String second = account(word + " Metals AG");
        scan();
        String pair = pair("open", first, second).orElseThrow().path("id").asText();
        globex.post("accounts/duplicates/" + pair + "/dismiss", "").expectProblem(404, "not-found");
        acme.post("accounts/duplicates/" + pair + "/dismiss", "").expect(204);
        scan();
        assertThat(pair("open", first, second)).isEmpty();
        assertThat(pair("dismissed", first, second)
                        .orElseThrow()
                        .path("decidedBy")
                        .asText())
                .isNotBlank();
        assertThat(check("accounts?of=" + second, Map.of("name", word + " Metals")))
                .isEmpty();
        acme.post("accounts/duplicates/" + pair + "/reopen", "").expect(204);
        assertThat(pair("open", first, second)).isPresent();
        acme.delete("accounts/" + second).expect(204);
        assertThat(pair("open", first, second)).isEmpty();
    }

    @Test
    void whoMayOnlyReadLooksButDecidesNothing() {
        Api reader = Newcomers.client(system, Samples.word(), "accounts:read");
        reader.post("accounts/duplicates", Map.of("name", word)).expect(200);
        reader.get("accounts/duplicates").expect(200);
        reader.post("accounts/duplicates/scan", "").expectProblem(403, "access-denied");
        acme.get("tags/duplicates").expectProblem(404, "not-found");
    }

    private void scan() {
        Answer job = acme.post("accounts/duplicates/scan", "").expect(202);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> acme.get("jobs/" + job.id())
                        .json()
                        .path("status")
                        .asText()
                        .equals("succeeded"));
    }

    private Optional<JsonNode> pair(String status, String first, String second) {
        return acme.all("accounts/duplicates?limit=100&status=" + status).stream()
                .filter(pair -> pair.path("records").findValuesAsText("id").containsAll(List.of(first, second)))
                .findFirst();
    }

    private JsonNode check(String address, Map<String, Object> input) {
        String asked = address.contains("?") ? address.replace("?", "/duplicates?") : address + "/duplicates";
        return acme.request("POST", asked)
                .header("Accept-Language", "en")
                .json(input)
                .send()
                .expect(200)
                .json()
                .path("items");
    }

    private String account(String name, String... city) {
        Map<String, Object> input =
                city.length == 0 ? Map.of("name", name) : Map.of("name", name, "addresses", city(city[1]));
        return acme.post("accounts", input).expect(201).id();
    }

    private static List<Map<String, Object>> city(String name) {
        return List.of(Map.of("label", "office", "city", name));
    }
}
