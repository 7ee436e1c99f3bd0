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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SystemTest
class LifecycleIT {

    private final Api admin;
    private final Api member;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();
    private String rule;

    LifecycleIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        member = system.person("sales@acme.example");
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @AfterEach
    void takeTheRuleAway() {
        if (rule != null) {
            admin.delete("stage-rules/" + rule);
        }
    }

    @Test
    void anAccountBeginsInTheFirstStage() {
        assertThat(stage(account())).isEqualTo("potential");
    }

    @Test
    void aMoveByHandIsKeptWithItsReasonAndTheNextMoveHasAReasonOfItsOwn() {
        String account = account();
        move(account, Map.of("lifecycleStage", "mature", "stageReason", "Frame contract"));
        move(account, Map.of("lifecycleStage", "declining"));
        JsonNode moves = moves(account);
        assertThat(moves).hasSize(2);
        assertThat(moves.at("/0/from").asText()).isEqualTo("mature");
        assertThat(moves.at("/0/to").asText()).isEqualTo("declining");
        assertThat(moves.at("/0/reason").asText()).isEmpty();
        assertThat(moves.at("/1/from").asText()).isEqualTo("potential");
        assertThat(moves.at("/1/reason").asText()).isEqualTo("Frame contract");
        assertThat(moves.at("/1/byHand").asBoolean()).isTrue();
        assertThat(moves.at("/1/by").asText()).isEqualTo("acme-partner");
        assertThat(acme.get("accounts?filter=lifecycleStage==declining;name==" + word)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aRuleMovesAnAccountSoonAfterWhatItAsksForAndTheReasonIsKept() {
        String account = account();
        rule = newRule("name == \"" + word + "\" && orderCount == 1", "won_back");
        order(account);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stage(account)).isEqualTo("won_back"));
        JsonNode move = moves(account).get(0);
        assertThat(move.path("byHand").asBoolean()).isFalse();
        assertThat(move.path("rule").asText()).isEqualTo(word);
        assertThat(move.at("/facts/orderCount").asInt()).isEqualTo(1);
        assertThat(acme.get("accounts/" + account).json().path("stageSince").asText())
                .isNotEmpty();
    }

    @Test
    void whatSomebodyChoseStaysUntilTheRulesSaySomethingElse() {
        String account = account();
        order(account);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stage(account)).isEqualTo("developing"));
        move(account, Map.of("lifecycleStage", "mature"));
        acme.post("notes", Map.of("text", "Spoke again", "relatedObject", "accounts", "relatedId", account))
                .expect(201);
        order(account);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(acme.get("accounts/" + account + "/insight")
                                .json()
                                .path("orderCount")
                                .asInt())
                        .isEqualTo(2));
        assertThat(stage(account)).isEqualTo("mature");
        move(account, Map.of("status", "inactive"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stage(account)).isEqualTo("lost"));
    }

    @Test
    void conversionCountsWhoCameIntoAStageAndWentOn() {
        JsonNode before = acme.get("lifecycle?days=1").expect(200).json();
        String account = account();
        move(account, Map.of("lifecycleStage", "declining"));
        move(account, Map.of("lifecycleStage", "lost"));
        JsonNode after = acme.get("lifecycle?days=1").expect(200).json();
        assertThat(count(after, "declining", "entered")).isGreaterThan(count(before, "declining", "entered"));
        assertThat(reached(after, "declining", "lost")).isGreaterThan(reached(before, "declining", "lost"));
        assertThat(reached(after, "potential", "lost")).isGreaterThan(reached(before, "potential", "lost"));
        assertThat(count(after, "lost", "count")).isGreaterThan(count(before, "lost", "count"));
    }

    @Test
    void membersReadRulesAndAdminsAloneChangeThem() {
        rule = newRule("false", "lost");
        member.get("stage-rules/" + rule).expect(200);
        member.patch("stage-rules/" + rule, Map.of("name", word + "2")).expect(403);
        member.delete("stage-rules/" + rule).expect(403);
    }

    @Test
    void aRuleThatIsNoneIsRefusedAtItsPlace() {
        JsonNode problem = admin.post(
                        "stage-rules", Map.of("name", word, "stage", "lost", "rule", "daysInStage > \"x\""))
                .expectProblem(422, "invalid-record")
                .json();
        assertThat(problem.toString()).contains("/rule");
    }

    @Test
    void anotherTenantCannotSeeTheHistory() {
        globex.get("accounts/" + account() + "/stages").expect(404);
    }

    private static int count(JsonNode view, String stage, String member) {
        return stageOf(view, stage).path(member).asInt();
    }

    private static int reached(JsonNode view, String from, String to) {
        return stageOf(view, from).path("reached").path(to).asInt();
    }

    private static JsonNode stageOf(JsonNode view, String stage) {
        for (JsonNode one : view.path("stages")) {
            if (one.path("stage").asText().equals(stage)) {
                return one;
            }
        }
        throw new AssertionError("no stage " + stage);
    }

    private String newRule(String source, String stage) {
        return admin.post("stage-rules", Map.of("name", word, "position", 1, "stage", stage, "rule", source))
                .expect(201)
                .id();
    }

    private JsonNode moves(String account) {
        return acme.get("accounts/" + account + "/stages").expect(200).json().path("items");
    }

    private String stage(String account) {
        return acme.get("accounts/" + account)
                .expect(200)
                .json()
                .path("lifecycleStage")
                .asText();
    }

    private void move(String account, Map<String, Object> patch) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> acme.patch("accounts/" + account, patch).status() == 200);
    }

    private String account() {
        return acme.post("accounts", Map.of("name", word)).expect(201).id();
    }

    private void order(String account) {
        acme.post(
                        "orders",
                        Map.of(
                                "account",
                                account,
                                "currency",
                                "USD",
                                "orderDate",
                                LocalDate.now().minusDays(1).toString()))
                .expect(201);
    }
}
