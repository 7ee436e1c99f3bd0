package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class DependentChoiceIT {

    private static final String FIELDS = "admin/objects/accounts/fields";

    private final Api admin;
    private final Api acme;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    DependentChoiceIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
    }

    @AfterEach
    void takeTheFieldsAway() {
        for (int i = made.size() - 1; i >= 0; i--) {
            admin.delete(FIELDS + "/" + made.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"choice", "multiChoice"})
    void aChoiceMustGoWithTheFieldItDependsOn(String type) {
        boolean several = type.equals("multiChoice");
        define(
                "a",
                type,
                Map.of("field", "rating", "choices", Map.of("hot", List.of("call", "visit"), "cold", List.of())));
        Object visit = several ? List.of("visit") : "visit";
        String id = acme.post("accounts", account("hot", visit)).expect(201).id();
        refused(acme.post("accounts", account("cold", visit)));
        // An option that nothing was said about goes with all choices, an empty field with none.
        acme.post("accounts", account("warm", several ? List.of("mail", "visit") : "mail"))
                .expect(201);
        refused(acme.post("accounts", Map.of("name", word, "custom", Map.of(word + "a", visit))));
        refused(acme.patch("accounts/" + id, Map.of("rating", "cold")));
        Map<String, Object> both = new LinkedHashMap<>(Map.of("rating", "cold"));
        Map<String, Object> none = new LinkedHashMap<>();
        none.put(word + "a", null);
        both.put("custom", none);
        acme.patch("accounts/" + id, both).expect(200);
        // What was right once does not keep other changes out.
        acme.patch("accounts/" + id, Map.of("description", "else")).expect(200);
    }

    @Test
    void rowsOfAFileAreJudgedTheSame() {
        define("a", "choice", Map.of("field", "rating", "choices", Map.of("cold", List.of("mail"))));
        String file = "name,rating,custom." + word + "a\n" + word + "1,cold,mail\n" + word + "2,cold,visit\n";
        assertThat(ImportJob.submit(acme, "", file).success().path("failed").asInt())
                .isEqualTo(1);
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(1);
    }

    @Test
    void whatCannotBeIsToldAtItsPlace() {
        at("/dependsOn/field", "a", Map.of("field", "name"));
        at("/dependsOn/field", "a", Map.of("field", "custom." + word + "a"));
        at("/dependsOn/choices/boiling", "a", Map.of("field", "rating", "choices", Map.of("boiling", List.of("mail"))));
        at("/dependsOn/choices/hot", "a", Map.of("field", "rating", "choices", Map.of("hot", List.of("write"))));
        String first = define("a", "choice", Map.of("field", "rating"));
        define("b", "choice", Map.of("field", "custom." + word + "a"));
        Answer circle = admin.request("PATCH", FIELDS + "/" + first)
                .mergePatch(Map.of("dependsOn", Map.of("field", "custom." + word + "b")))
                .send();
        assertThat(circle.expect(422).text()).contains("/dependsOn/field");
        assertThat(admin.delete(FIELDS + "/" + first)
                        .expectProblem(409, "rule-broken")
                        .text())
                .contains("Dependent choice");
    }

    private void at(String pointer, String name, Map<String, Object> dependsOn) {
        assertThat(admin.post(FIELDS, definition(name, "choice", dependsOn))
                        .expect(422)
                        .text())
                .contains("\"" + pointer + "\"");
    }

    private void refused(Answer answer) {
        assertThat(answer.expect(422).text()).contains("/custom/" + word + "a");
    }

    private Map<String, Object> account(String rating, Object chosen) {
        return Map.of("name", word, "rating", rating, "custom", Map.of(word + "a", chosen));
    }

    private String define(String name, String type, Map<String, Object> dependsOn) {
        String id = admin.post(FIELDS, definition(name, type, dependsOn))
                .expect(201)
                .id();
        made.add(id);
        return id;
    }

    private Map<String, Object> definition(String name, String type, Map<String, Object> dependsOn) {
        List<Map<String, Object>> choices = List.of("call", "visit", "mail").stream()
                .map(choice -> Map.<String, Object>of("value", choice, "labels", Map.of("en", choice)))
                .toList();
        return Map.of(
                "name", word + name,
                "type", type,
                "labels", Map.of("en", "Label " + name),
                "choices", choices,
                "dependsOn", dependsOn);
    }
}
