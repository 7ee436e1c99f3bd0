package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One box finds the records of all objects: at once after they were written, the best first, never those of others. */
@SystemTest
class SearchIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api owner;
    private final Api globex;
    private final String word = Samples.word();

    SearchIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        owner = system.person("owner@acme.example");
        globex = system.partner("globex-partner");
    }

    @Test
    void whatWasWrittenIsFoundByTheNextRequestAndWhatWasDeletedIsNot() {
        String id = account(word + " Logistics");
        assertThat(found(word)).containsExactly(id);
        String renamed = Samples.word();
        acme.patch("accounts/" + id, Map.of("name", renamed)).expect(200);
        assertThat(found(word)).isEmpty();
        assertThat(found(renamed)).containsExactly(id);
        acme.delete("accounts/" + id).expect(204);
        assertThat(found(renamed)).isEmpty();
        assertThat(listed("accounts?q=" + renamed)).isEmpty();
        assertThat(listed("accounts?deleted=true&q=" + renamed)).containsExactly(id);
        acme.post("accounts/" + id + "/restore", "").expect(200);
        assertThat(found(renamed)).containsExactly(id);
    }

    @Test
    void recordsOfAllObjectsStandTogetherTheBestFirstAndSayWhyTheyAreThere() {
        String beginning = account(word + " Foods");
        String exact = account(word);
        String contact = acme.post("contacts", Map.of("lastName", "Petrov", "jobTitle", "Buyer at " + word))
                .expect(201)
                .id();
        JsonNode answer = search("q=" + word);
        assertThat(ids(answer)).containsExactly(exact, beginning, contact);
        assertThat(answer.at("/totals/accounts").asInt()).isEqualTo(2);
        assertThat(answer.at("/totals/contacts").asInt()).isEqualTo(1);
        assertThat(answer.path("complete").asBoolean()).isTrue();
        JsonNode last = answer.path("items").get(2);
        assertThat(last.path("object").asText()).isEqualTo("contacts");
        assertThat(last.path("title").asText()).isEqualTo("Petrov");
        assertThat(last.at("/matched/field").asText()).isEqualTo("jobTitle");
        assertThat(last.at("/matched/highlights/0/from").asInt()).isEqualTo("Buyer at ".length());
        assertThat(ids(search("objects=contacts&q=" + word))).containsExactly(contact);
        assertThat(ids(search("limit=1&q=" + word))).containsExactly(exact);
    }

    @Test
    void aSlipIsForgivenChineseIsFoundByPinyinAndNumbersByTheirPieces() {
        String id = acme.post(
                        "accounts",
                        Map.of(
                                "name",
                                word + " Machinery",
                                "nativeName",
                                "翡翠鲸鱼" + word,
                                "phones",
                                List.of(
                                        Map.of("label", "work", "number", "+8651288413577"),
                                        Map.of("label", "mobile", "number", "+8613912345678")),
                                "emails",
                                List.of(Map.of("label", "work", "address", "info@" + word + ".example"))))
                .expect(201)
                .id();
        String slipped = word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
        if (word.charAt(2) != word.charAt(3)) {
            assertThat(found(slipped)).contains(id);
        }
        assertThat(found("fcjy " + word)).containsExactly(id);
        assertThat(found("翡翠 " + word)).containsExactly(id);
        assertThat(found("feicui " + word)).containsExactly(id);
        assertThat(found("88413577")).contains(id);
        assertThat(found("139 1234 5678")).contains(id);
        assertThat(found("info@" + word)).containsExactly(id);
    }

    @Test
    void anotherTenantFindsNothingAndCountsNothing() {
        account(word);
        JsonNode answer = globex.get("search?q=" + word).expect(200).json();
        assertThat(ids(answer)).isEmpty();
        assertThat(answer.path("totals").size()).isZero();
        assertThat(listed(globex, "accounts?q=" + word)).isEmpty();
    }

    @Test
    void objectsThatTheCallerMayNotReadAreNeitherFoundNorCounted() {
        account(word);
        acme.post("contacts", Map.of("lastName", word)).expect(201);
        Api reader = Newcomers.client(system, "searching-partner", "contacts:read");
        JsonNode answer = reader.get("search?q=" + word).expect(200).json();
        assertThat(answer.path("items"))
                .allMatch(item -> item.path("object").asText().equals("contacts"));
        assertThat(answer.path("totals").size()).isEqualTo(1);
        assertThat(ids(reader.get("search?objects=accounts&q=" + word)
                        .expect(200)
                        .json()))
                .isEmpty();
    }

    @Test
    void aRenamedTagIsFoundUnderItsNewNameWithoutAChangeOfTheRecord() {
        String id = acme.post("accounts", Map.of("name", Samples.word(), "tags", List.of(word)))
                .expect(201)
                .id();
        assertThat(listed("accounts?q=" + word)).containsExactly(id);
        String tag = listed("tags?q=" + word).get(0);
        String renamed = Samples.word();
        acme.patch("tags/" + tag, Map.of("name", renamed)).expect(200);
        assertThat(listed("accounts?q=" + word)).isEmpty();
        assertThat(listed("accounts?q=" + renamed)).containsExactly(id);
    }

    @Test
    void listsWithWordsAreFilteredSortedPagedAndCountedLikeOthers() {
        List<String> all = Samples.accounts(acme, word, 7);
        JsonNode first = acme.get("accounts?count=true&limit=3&sort=-name&q=" + word)
                .expect(200)
                .json();
        assertThat(first.path("total").asInt()).isEqualTo(7);
        List<String> seen = new ArrayList<>(ids(first));
        String cursor = first.path("nextCursor").asText();
        JsonNode second = acme.get("accounts?limit=3&sort=-name&q=" + word + "&cursor=" + cursor)
                .expect(200)
                .json();
        seen.addAll(ids(second));
        seen.addAll(ids(acme.get("accounts?limit=3&sort=-name&q=" + word + "&cursor="
                        + second.path("nextCursor").asText())
                .expect(200)
                .json()));
        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
        assertThat(listed("accounts?q=" + word + "&filter=name=='" + word + "%200003'"))
                .hasSize(1);
    }

    @Test
    void theIndexIsBuiltAnewWhileItIsUsedAndOnlyByAdmins() {
        String id = account(word);
        acme.post("search/rebuild", "").expectProblem(403, "access-denied");
        owner.post("search/rebuild", "").expect(202);
        for (int i = 0; i < 20; i++) {
            assertThat(found(word)).containsExactly(id);
        }
        String another = account(word + " Foods");
        assertThat(found(word)).containsExactly(id, another);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(found(word)).containsExactly(id, another));
    }

    @Test
    void nothingIsAskedOrTooMuchIsToldClearly() {
        acme.get("search").expectProblem(400, "invalid-query");
        acme.get("search?q=a&limit=51").expectProblem(400, "invalid-query");
        acme.get("search?q=a&objects=nothing").expectProblem(400, "invalid-query");
        acme.get("search?q=" + "a".repeat(201)).expectProblem(400, "invalid-query");
        assertThat(ids(search("q=%21%3F"))).isEmpty();
    }

    private String account(String name) {
        return acme.post("accounts", Map.of("name", name)).expect(201).id();
    }

    private JsonNode search(String query) {
        return acme.get("search?" + query).expect(200).json();
    }

    private List<String> found(String text) {
        return ids(search("q=" + Api.encoded(text)));
    }

    private List<String> listed(String address) {
        return listed(acme, address);
    }

    private static List<String> listed(Api api, String address) {
        return ids(api.get(address).expect(200).json());
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
