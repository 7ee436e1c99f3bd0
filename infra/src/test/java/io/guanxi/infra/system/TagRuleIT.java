package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SystemTest
class TagRuleIT {

    private final Api admin;
    private final Api member;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();
    private final List<String> tags = new ArrayList<>();

    TagRuleIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        member = system.person("sales@acme.example");
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @AfterEach
    void takeTheRulesAway() {
        tags.forEach(tag -> admin.patch("tags/" + tag, rule(null, null)));
    }

    @Test
    void aRuleTagsTheRecordsThatAreThereAndThoseThatChange() {
        String there = account();
        String tag = tag(word, "accounts", "name == \"" + word + "\" && employees >= 10");
        String later = account();
        acme.patch("accounts/" + there, Map.of("employees", 12)).expect(200);
        untilTagged(there, word);
        assertThat(tagsOf(later)).isEmpty();
        acme.patch("accounts/" + later, Map.of("employees", 10)).expect(200);
        untilTagged(later, word);
        JsonNode origin = origins(later).get(0);
        assertThat(origin.path("tag").asText()).isEqualTo(tag);
        assertThat(origin.path("byRule").asBoolean()).isTrue();
        assertThat(acme.get("accounts?filter=tags==" + word).json().path("items"))
                .hasSize(2);
    }

    @Test
    void aRuleIsTriedBeforeItIsKept() {
        String there = account();
        JsonNode tried = acme.post("tags/preview", Map.of("ruleObject", "accounts", "rule", "name == \"" + word + "\""))
                .expect(200)
                .json();
        assertThat(tried.path("holds").asInt()).isEqualTo(1);
        assertThat(tried.at("/sample/0/id").asText()).isEqualTo(there);
        assertThat(acme.post("tags/preview", Map.of("ruleObject", "accounts", "rule", "parent.tags.size() > 0"))
                        .expectProblem(422, "invalid-record")
                        .text())
                .contains("\"/rule\"");
        acme.post("tags/preview", Map.of("ruleObject", "nothing", "rule", "true"))
                .expectProblem(404, "not-found");
        acme.post("tags/preview", Map.of("rule", "true")).expectProblem(422, "invalid-record");
    }

    @Test
    void aTagGoesWhenItsRuleNoLongerHoldsUnlessSomebodyHasSetIt() {
        String ruled = account();
        String set = account();
        acme.patch("accounts/" + set, Map.of("tags", List.of(word + "a"))).expect(200);
        String tag = acme.get("tags?filter=name==" + word + "a")
                .json()
                .at("/items/0/id")
                .asText();
        tags.add(tag);
        admin.patch("tags/" + tag, rule("accounts", "name == \"" + word + "\" && status == \"active\""))
                .expect(200);
        untilTagged(ruled, word + "a");
        acme.patch("accounts/" + ruled, Map.of("status", "inactive")).expect(200);
        acme.patch("accounts/" + set, Map.of("status", "inactive")).expect(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tagsOf(ruled)).isEmpty());
        assertThat(tagsOf(set)).containsExactly(word + "a");
        assertThat(origins(set).at("/0/byRule").asBoolean()).isFalse();
        assertThat(origins(set).at("/0/by").asText()).isEqualTo("acme-partner");
    }

    @Test
    void tagsThatARuleHasSetGoWithTheRule() {
        String account = account();
        String tag = tag(word, "accounts", "name == \"" + word + "\"");
        untilTagged(account, word);
        admin.patch("tags/" + tag, rule(null, null)).expect(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tagsOf(account)).isEmpty());
    }

    @Test
    void aRuleMayAskForWhatIsKnownAboutAnAccount() {
        String account = account();
        tag(word, "accounts", "name == \"" + word + "\" && orderCount == 1");
        acme.post(
                        "orders",
                        Map.of(
                                "account",
                                account,
                                "orderDate",
                                LocalDate.now().minusDays(1).toString()))
                .expect(201);
        untilTagged(account, word);
    }

    @Test
    void aRuleGivesWayToATagThatExcludesIts() {
        String group = word + "g";
        String first = word + "h";
        admin.post("tags", Map.of("name", first, "tagGroup", group, "exclusive", true))
                .expect(201);
        String chosen = account();
        acme.patch("accounts/" + chosen, Map.of("tags", List.of(first))).expect(200);
        String free = account();
        tags.add(admin.post(
                        "tags",
                        Map.of(
                                "name",
                                word,
                                "tagGroup",
                                group,
                                "exclusive",
                                true,
                                "ruleObject",
                                "accounts",
                                "rule",
                                "name == \"" + word + "\""))
                .expect(201)
                .id());
        untilTagged(free, word);
        assertThat(tagsOf(chosen)).containsExactly(first);
    }

    @Test
    void aRuleThatAsksForTagsIsRefused() {
        assertThat(admin.post("tags", Map.of("name", word, "ruleObject", "accounts", "rule", "\"a\" in tags"))
                        .expectProblem(422, "invalid-record")
                        .json()
                        .toString())
                .contains("/rule");
        admin.post("tags", Map.of("name", word, "rule", "true")).expectProblem(422, "invalid-record");
        admin.post("tags", Map.of("name", word, "ruleObject", "tags", "rule", "true"))
                .expectProblem(422, "invalid-record");
    }

    @Test
    void membersMakeTagsAndAdminsAloneTheirRules() {
        member.post("tags", Map.of("name", word)).expect(201);
        member.post("tags", Map.of("name", word + "r", "ruleObject", "accounts", "rule", "false"))
                .expect(403);
    }

    @Test
    void anotherTenantCannotSeeWhoSetATag() {
        globex.get("accounts/" + account() + "/tags").expect(404);
    }

    private static Map<String, Object> rule(String object, String source) {
        Map<String, Object> patch = new HashMap<>();
        patch.put("ruleObject", object);
        patch.put("rule", source);
        return patch;
    }

    private String tag(String name, String object, String source) {
        String tag = admin.post("tags", Map.of("name", name, "ruleObject", object, "rule", source))
                .expect(201)
                .id();
        tags.add(tag);
        return tag;
    }

    private void untilTagged(String account, String tag) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tagsOf(account)).containsExactly(tag));
    }

    private List<String> tagsOf(String account) {
        List<String> names = new ArrayList<>();
        acme.get("accounts/" + account).expect(200).json().path("tags").forEach(tag -> names.add(tag.asText()));
        return names;
    }

    private JsonNode origins(String account) {
        return acme.get("accounts/" + account + "/tags").expect(200).json().path("items");
    }

    private String account() {
        return acme.post("accounts", Map.of("name", word)).expect(201).id();
    }
}
