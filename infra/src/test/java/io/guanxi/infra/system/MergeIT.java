package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several records become one with everything that belongs to them, and are several again when that is undone. */
@SystemTest
class MergeIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    MergeIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void theSurvivorTakesWhatWasChosenFillsItsGapsAndUnitesLists() {
        String one = account(Map.of("name", word + " One", "phones", phones("+493012345678"), "tags", List.of(word)));
        String two = account(Map.of(
                "name",
                word + " Two",
                "industry",
                "media",
                "phones",
                phones("+493012345678", "+493087654321"),
                "tags",
                List.of(word, word + "x")));
        JsonNode merged = merge(one, Map.of("others", List.of(two), "take", Map.of("name", two)))
                .expect(200)
                .json();
        assertThat(merged.path("id").asText()).isEqualTo(one);
        assertThat(merged.path("name").asText()).isEqualTo(word + " Two");
        assertThat(merged.path("industry").asText()).isEqualTo("media");
        assertThat(merged.path("phones").findValuesAsText("number")).containsExactly("+493012345678", "+493087654321");
        assertThat(merged.path("tags")).hasSize(2);
    }

    @Test
    void whateverPointsToTheOthersPointsToTheSurvivor() {
        String one = account(Map.of("name", word));
        String two = account(Map.of("name", word));
        String contact = acme.post("contacts", Map.of("lastName", word, "account", two))
                .expect(201)
                .id();
        String affiliation = acme.post("affiliations", Map.of("title", word, "contact", contact, "account", two))
                .expect(201)
                .id();
        String child = account(Map.of("name", word + " child", "parent", two));
        String order = acme.post("orders", Map.of("account", two)).expect(201).id();
        String document = acme.post("documents", Map.of("name", word, "relatedObject", "accounts", "relatedId", two))
                .expect(201)
                .id();
        merge(one, Map.of("others", List.of(two))).expect(200);
        assertThat(member("contacts/" + contact, "account")).isEqualTo(one);
        assertThat(member("affiliations/" + affiliation, "account")).isEqualTo(one);
        assertThat(member("accounts/" + child, "parent")).isEqualTo(one);
        assertThat(member("orders/" + order, "account")).isEqualTo(one);
        assertThat(member("documents/" + document, "relatedId")).isEqualTo(one);
        JsonNode change = acme.get("contacts/" + contact + "/history").json().at("/items/0/changes/0");
        assertThat(change.path("before").asText()).isEqualTo(two);
        assertThat(change.path("after").asText()).isEqualTo(one);
        acme.post("accounts/" + one + "/unmerge", "").expect(200);
        assertThat(member("contacts/" + contact, "account")).isEqualTo(two);
        assertThat(member("affiliations/" + affiliation, "account")).isEqualTo(two);
        assertThat(member("accounts/" + child, "parent")).isEqualTo(two);
        assertThat(member("orders/" + order, "account")).isEqualTo(two);
        assertThat(member("documents/" + document, "relatedId")).isEqualTo(two);
    }

    @Test
    void oldIdsLeadToTheSurvivor() {
        String one = account(Map.of("name", word));
        String two = acme.put("accounts/by-external-id/erp/" + word, Map.of("name", word))
                .expect(201)
                .id();
        merge(one, Map.of("others", List.of(two))).expect(200);
        Answer moved = acme.get("accounts/" + two).expect(301);
        assertThat(moved.header("Location")).isEqualTo("/api/v1/accounts/" + one);
        assertThat(acme.put("accounts/by-external-id/erp/" + word, Map.of("city2", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(acme.put("accounts/by-external-id/erp/" + word, Map.of("description", "by the old id"))
                        .expect(200)
                        .id())
                .isEqualTo(one);
        acme.post("accounts/" + two + "/restore", "").expectProblem(409, "rule-broken");
        assertThat(acme.get("accounts/" + two + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("action"))
                .startsWith("deleted", "merged");
        assertThat(acme.get("accounts/" + one + "/history").json().at("/items").toString())
                .contains("\"merged\"")
                .contains(two);
    }

    @Test
    void undoingBringsBackEverythingButWhatWasChangedSince() {
        String one = account(Map.of("name", word + " One", "industry", "media"));
        String two = account(Map.of("name", word + " Two", "rating", "hot", "taxNumber", "T" + word));
        JsonNode oneBefore = plain(one);
        JsonNode twoBefore = plain(two);
        merge(one, Map.of("others", List.of(two), "take", Map.of("name", two))).expect(200);
        JsonNode done =
                acme.post("accounts/" + one + "/unmerge", "").expect(200).json();
        assertThat(done.path("restored").get(0).asText()).isEqualTo(two);
        assertThat(done.path("kept")).isEmpty();
        assertThat(plain(one)).isEqualTo(oneBefore);
        assertThat(plain(two)).isEqualTo(twoBefore);
        acme.post("accounts/" + one + "/unmerge", "").expectProblem(404, "not-found");

        merge(one, Map.of("others", List.of(two), "take", Map.of("name", two))).expect(200);
        acme.patch("accounts/" + one, Map.of("rating", "cold")).expect(200);
        done = acme.post("accounts/" + one + "/unmerge", "").expect(200).json();
        assertThat(done.path("kept").get(0).asText()).isEqualTo("rating");
        assertThat(member("accounts/" + one, "rating")).isEqualTo("cold");
        assertThat(member("accounts/" + one, "name")).isEqualTo(word + " One");
        assertThat(plain(two)).isEqualTo(twoBefore);
    }

    @Test
    void whatCannotBeMergedIsRefusedAsAWhole() {
        String one = account(Map.of("name", word));
        String two = account(Map.of("name", word));
        String strange =
                globex.post("accounts", Map.of("name", word)).expect(201).id();
        merge(one, Map.of("others", List.of(strange))).expectProblem(404, "not-found");
        merge(one, Map.of("others", List.of(one))).expectProblem(409, "rule-broken");
        merge(one, Map.of("others", List.of())).expectProblem(409, "rule-broken");
        merge(one, Map.of("others", "x")).expectProblem(400, "malformed-request");
        merge(one, Map.of("others", List.of(two), "take", Map.of("createdAt", two)))
                .expectProblem(409, "rule-broken");
        acme.request("POST", "accounts/" + one + "/merge")
                .header("If-Match", "\"v7777\"")
                .json(Map.of("others", List.of(two)))
                .send()
                .expectProblem(412, "stale-record");
        Api writer = Newcomers.client(system, Samples.word(), "accounts:read accounts:write");
        writer.post("accounts/" + one + "/merge", Map.of("others", List.of(two)))
                .expectProblem(403, "access-denied");
        acme.get("accounts/" + two).expect(200);
    }

    private Answer merge(String survivor, Map<String, Object> body) {
        return acme.post("accounts/" + survivor + "/merge", body);
    }

    private String account(Map<String, Object> input) {
        return acme.post("accounts", input).expect(201).id();
    }

    private String member(String address, String name) {
        return acme.get(address).expect(200).json().path(name).asText();
    }

    /** Without what counts changes. */
    private JsonNode plain(String id) {
        ObjectNode record = (ObjectNode) acme.get("accounts/" + id).expect(200).json();
        record.remove(List.of("version", "updatedAt", "updatedBy"));
        return record;
    }

    private static List<Map<String, Object>> phones(String... numbers) {
        return java.util.Arrays.stream(numbers)
                .map(number -> Map.<String, Object>of("label", "work", "number", number))
                .toList();
    }
}
