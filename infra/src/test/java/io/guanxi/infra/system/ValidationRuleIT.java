package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
class ValidationRuleIT {

    private static final String RULES = "admin/objects/accounts/rules";
    private static final String FIELDS = "admin/objects/accounts/fields";

    private final Api admin;
    private final Api acme;
    private final Api globex;
    private final Api globexAdmin;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    ValidationRuleIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
        globexAdmin = system.person("owner@globex.example");
    }

    @AfterEach
    void takeEverythingAway() {
        for (int i = made.size() - 1; i >= 0; i--) {
            admin.delete(made.get(i));
        }
    }

    @Test
    void whatBreaksARuleIsRefusedAtItsFieldInTheReadersLanguageForTheTenantAlone() {
        rule("name != '" + word + "' || employees > 10", Map.of("field", "employees"));
        Answer refused = acme.request("POST", "accounts")
                .header("Accept-Language", "zh-CN")
                .json(Map.of("name", word, "employees", 10))
                .send();
        assertThat(messages(refused)).containsEntry("/employees", "人数太少");
        assertThat(messages(acme.post("accounts", Map.of("name", word)))).containsEntry("/employees", "Too few people");
        String id = acme.post("accounts", Map.of("name", word, "employees", 11))
                .expect(201)
                .id();
        assertThat(messages(acme.patch("accounts/" + id, Map.of("employees", 3))))
                .containsKey("/employees");
        assertThat(acme.get("accounts/" + id).json().path("employees").asInt()).isEqualTo(11);
        globex.post("accounts", Map.of("name", word)).expect(201);
        assertThat(globexAdmin.get(RULES).expect(200).text()).doesNotContain(word);
    }

    @Test
    void importsAndBulksAreHeldToRulesToo() {
        rule("!name.startsWith('" + word + "') || employees > 10", Map.of("field", "employees"));
        JsonNode done = ImportJob.submit(acme, "", "name,employees\n" + word + " A,11\n" + word + " B,9\n")
                .success();
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(done.path("failed").asInt()).isEqualTo(1);
        JsonNode results = acme.post(
                        "accounts/bulk",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word + " C", "employees", 12)),
                                Map.of("op", "create", "data", Map.of("name", word + " D", "employees", 1))))
                .expect(200)
                .json();
        assertThat(results.toString()).contains("Too few people");
        assertThat(acme.all("accounts?q=" + word)).hasSize(2);
    }

    @Test
    void aRuleReadsOwnFieldsTheRecordBeforeAndWhatItPointsTo() {
        String field = field("rent", "decimal", Map.of());
        rule(
                "name != '" + word + "' || coalesce(custom." + word + "rent, 0) < 100",
                Map.of("field", "custom." + word + "rent"));
        assertThat(messages(acme.post("accounts", Map.of("name", word, "custom", Map.of(word + "rent", 100)))))
                .containsKey("/custom/" + word + "rent");
        String parent = acme.post("accounts", Map.of("name", word + " parent", "employees", 5))
                .expect(201)
                .id();
        rule("name != '" + word + "' || parent == null || parent.employees > 5", Map.of());
        assertThat(messages(acme.post("accounts", Map.of("name", word, "parent", parent))))
                .containsEntry("", "Too few people");
        acme.patch("accounts/" + parent, Map.of("employees", 6)).expect(200);
        String id = acme.post("accounts", Map.of("name", word, "parent", parent))
                .expect(201)
                .id();
        rule(
                "name != '" + word + "' || old == null || old.description == null || description == old.description",
                Map.of());
        acme.patch("accounts/" + id, Map.of("description", "one")).expect(200);
        assertThat(messages(acme.patch("accounts/" + id, Map.of("description", "two"))))
                .containsKey("");
        assertThat(admin.get(FIELDS + "/" + field + "/uses").expect(200).text()).contains("Rule " + word);
    }

    @Test
    void aRuleWithoutAnswerRefusesAndIsNamed() {
        rule("name != '" + word + "' || 1 / (coalesce(employees, 0) - 7) != 2", Map.of());
        Answer refused = acme.post("accounts", Map.of("name", word, "employees", 7));
        assertThat(messages(refused).get("")).contains("Rule " + word).contains("divides by zero");
    }

    @Test
    void aRuleThatIsOffIsNotAsked() {
        String rule = rule("name != '" + word + "'", Map.of("active", false));
        acme.post("accounts", Map.of("name", word)).expect(201);
        admin.request("PATCH", rule).mergePatch(Map.of("active", true)).send().expect(200);
        acme.post("accounts", Map.of("name", word)).expect(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emploees > 1 | employees",
                "employees > 'a' | whole number",
                "name.matches('((a{99}){99}){99}') | pattern",
                "phones.all(a, phones.all(b, phones.all(c, a == b))) | deep",
                "employees + | ends",
                "name | must be",
            })
    void whatIsNoConditionIsToldAtItsCharacter(String condition, String telling) {
        Answer refused = admin.post(RULES, definition(condition, Map.of()));
        assertThat(messages(refused).get("/condition"))
                .containsIgnoringCase(telling)
                .contains("Line 1, character");
        JsonNode tried = admin.post(RULES + "/try", Map.of("condition", condition))
                .expect(200)
                .json();
        assertThat(tried.path("problems").get(0).path("message").asText()).containsIgnoringCase(telling);
        assertThat(admin.get(RULES).expect(200).text()).doesNotContain(word);
    }

    @Test
    void everythingWrongWithARuleIsToldAndNothingIsKept() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("name", "x".repeat(10_000));
        wrong.put("condition", " ");
        wrong.put("messages", Map.of("en", "x".repeat(10_000)));
        wrong.put("field", "nowhere");
        assertThat(messages(admin.post(RULES, wrong))).containsKeys("/name", "/condition", "/messages/en", "/field");
        String condition = "true" + " && true".repeat(2_000);
        assertThat(messages(admin.post(RULES, definition(condition, Map.of())))).containsKey("/condition");
    }

    @Test
    void aConditionIsTriedOnARecordAndOnValues() {
        String id = acme.post("accounts", Map.of("name", word, "employees", 20))
                .expect(201)
                .id();
        assertThat(tried("employees > 10", Map.of("record", id)).path("holds").asBoolean())
                .isTrue();
        assertThat(tried("employees > 10", Map.of("record", id, "values", Map.of("employees", 3)))
                        .path("holds")
                        .asBoolean())
                .isFalse();
        assertThat(tried("parent.name == 'P'", Map.of("values", Map.of("parent.name", "P")))
                        .path("holds")
                        .asBoolean())
                .isTrue();
        assertThat(tried("1 / employees > 0", Map.of("values", Map.of("employees", 0)))
                        .path("failure")
                        .asText())
                .contains("zero");
        admin.post(RULES + "/try", Map.of("condition", "employees > 1", "record", "0SA95800R0000"))
                .expect(404);
    }

    @Test
    void aFieldOrChoiceThatARuleReadsStays() {
        String name = word + "grade";
        String field = field(
                "grade",
                "choice",
                Map.of(
                        "choices",
                        List.of(
                                Map.of("value", "gold", "labels", Map.of("en", "Gold")),
                                Map.of("value", "tin", "labels", Map.of("en", "Tin")))));
        String rule = rule("custom." + name + " != 'gold' || employees > 1", Map.of());
        Answer refused = admin.delete(FIELDS + "/" + field).expectProblem(409, "rule-broken");
        assertThat(refused.text()).contains("Rule " + word).contains("Validation rule");
        Object withoutGold = List.of(Map.of("value", "tin", "labels", Map.of("en", "Tin")));
        admin.request("PATCH", FIELDS + "/" + field)
                .mergePatch(Map.of("choices", withoutGold))
                .send()
                .expect(409);
        admin.delete(rule).expect(204);
        admin.delete(FIELDS + "/" + field).expect(204);
    }

    @Test
    void onlyAdminsMakeRules() {
        acme.get(RULES).expectProblem(403, "access-denied");
        acme.post(RULES, Map.of()).expectProblem(403, "access-denied");
        acme.post(RULES + "/try", Map.of("condition", "true")).expectProblem(403, "access-denied");
    }

    private JsonNode tried(String condition, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("condition", condition);
        return admin.post(RULES + "/try", body).expect(200).json();
    }

    private String rule(String condition, Map<String, Object> more) {
        Map<String, Object> definition = definition(condition, more);
        definition.put("name", "Rule " + word + " " + made.size());
        String rule = RULES + "/" + admin.post(RULES, definition).expect(201).id();
        made.add(rule);
        return rule;
    }

    private Map<String, Object> definition(String condition, Map<String, Object> more) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.put("name", "Rule " + word);
        definition.put("condition", condition);
        definition.put("messages", Map.of("en", "Too few people", "zh-CN", "人数太少"));
        return definition;
    }

    private String field(String name, String type, Map<String, Object> more) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.put("name", word + name);
        definition.put("type", type);
        definition.put("labels", Map.of("en", "Label " + name));
        String id = admin.post(FIELDS, definition).expect(201).id();
        made.add(FIELDS + "/" + id);
        return id;
    }

    private static Map<String, String> messages(Answer answer) {
        Map<String, String> messages = new LinkedHashMap<>();
        answer.expect(422)
                .json()
                .path("errors")
                .forEach(error -> messages.putIfAbsent(
                        error.path("pointer").asText(), error.path("message").asText()));
        return messages;
    }
}
