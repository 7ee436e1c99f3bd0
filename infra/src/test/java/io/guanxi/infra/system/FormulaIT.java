package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
class FormulaIT {

    private static final String FIELDS = "admin/objects/accounts/fields";

    private final Api admin;
    private final Api acme;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    FormulaIT(RunningSystem system) {
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
    @CsvSource(
            delimiter = '|',
            value = {
                "text | name + ' (' + string(employees) + ')' | \"NAME (7)\"",
                "integer | employees * 6 | 42",
                "decimal | employees / 3 | 2.3333",
                "boolean | employees > 5 | true",
                "date | date(createdAt) | DATE",
                "money | annualRevenue | {\"amount\":\"12.50\",\"currency\":\"EUR\"}",
            })
    void aFormulaOfEveryKindIsThereWithTheWriteThatMakesItAndFollowsTheNextOne(
            String type, String formula, String expected) {
        field("f", type, formula);
        Answer created = acme.post("accounts", account(7)).expect(201);
        if (!type.equals("date")) {
            assertThat(created.json().at("/custom/" + word + "f").toString()).isEqualTo(expected.replace("NAME", word));
        } else {
            assertThat(created.json().at("/custom/" + word + "f").asText())
                    .isEqualTo(created.json().path("createdAt").asText().substring(0, 10));
        }
        if (type.equals("integer")) {
            Answer changed = acme.patch("accounts/" + created.id(), Map.of("employees", 8))
                    .expect(200);
            assertThat(changed.json().at("/custom/" + word + "f").asInt()).isEqualTo(48);
            assertThat(acme.get("accounts/" + created.id() + "/history").text()).contains("custom." + word + "f");
        }
    }

    @Test
    void itIsFilteredSortedAndReadByOtherFormulasButNotFilledIn() {
        field("a", "integer", "employees + 1");
        field("b", "integer", "custom." + word + "a * 10");
        String two = acme.post("accounts", account(2)).expect(201).id();
        String one = acme.post("accounts", account(1)).expect(201).id();
        String none = acme.post("accounts", Map.of("name", word)).expect(201).id();
        assertThat(found("filter=name==" + word + ";custom." + word + "b=gt=20"))
                .containsExactly(two);
        assertThat(found("filter=name==" + word + "&sort=custom." + word + "b")).containsExactly(one, two, none);
        Answer refused = acme.patch("accounts/" + one, Map.of("custom", Map.of(word + "b", 5)));
        assertThat(refused.expect(422).text()).contains("member.readOnly");
        JsonNode done =
                ImportJob.submit(acme, "", "name,employees\n" + word + " i,4\n").success();
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(found("filter=custom." + word + "b==50;name==" + word + "*")).hasSize(1);
        assertThat(acme.get("openapi.json").text()).contains(word + "b");
    }

    @Test
    void recordsThereAlreadyFollowANewFormulaAndAChangedOne() {
        String id = acme.post("accounts", account(5)).expect(201).id();
        String field = field("a", "integer", "employees * 2");
        await().atMost(Duration.ofMinutes(2)).until(() -> value(id, "a").asInt() == 10);
        admin.request("PATCH", FIELDS + "/" + field)
                .mergePatch(Map.of("formula", "employees * 3"))
                .send()
                .expect(200);
        await().atMost(Duration.ofMinutes(2)).until(() -> value(id, "a").asInt() == 15);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> found("filter=name==" + word + ";custom." + word + "a==15")
                        .equals(List.of(id)));
    }

    @Test
    void whatCannotBeComputedIsEmptyAndKeepsNothingOut() {
        field("a", "decimal", "10 / employees");
        String id = acme.post("accounts", account(0)).expect(201).id();
        assertThat(value(id, "a").isNull()).isTrue();
    }

    @Test
    void itIsRightWhenManyChangeTheRecordAtOnce() throws Exception {
        field("a", "integer", "employees * 2");
        String id = acme.post("accounts", account(0)).expect(201).id();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            int number = i;
            calls.add(() -> acme.patch("accounts/" + id, Map.of("employees", number)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(calls);
        } finally {
            threads.shutdownNow();
        }
        JsonNode account = acme.get("accounts/" + id).json();
        assertThat(value(id, "a").asInt()).isEqualTo(account.path("employees").asInt() * 2);
        assertThat(found("filter=custom." + word + "a==" + value(id, "a").asInt() + ";name==" + word))
                .containsExactly(id);
    }

    @Test
    void circlesAreRefusedAndNamed() {
        String a = field("a", "integer", "employees + 1");
        field("b", "integer", "custom." + word + "a + 1");
        Answer refused = admin.request("PATCH", FIELDS + "/" + a)
                .mergePatch(Map.of("formula", "custom." + word + "b + 1"))
                .send();
        assertThat(refused.expect(422).text()).contains(word + "a → " + word + "b → " + word + "a");
        Answer self = admin.request("PATCH", FIELDS + "/" + a)
                .mergePatch(Map.of("formula", "custom." + word + "a + 1"))
                .send();
        assertThat(self.expect(422).text()).contains(word + "a → " + word + "a");
        assertThat(admin.delete(FIELDS + "/" + a)
                        .expectProblem(409, "rule-broken")
                        .text())
                .contains("Formula");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | emploees + 1 | /formula",
                "integer | name | /formula",
                "integer | today | /formula",
                "text | name.replace('a', name).replace('a', name).replace('a', name) | /formula",
                "email | name | /type",
            })
    void whatCannotBeIsToldAtItsPlaceAndNothingIsKept(String type, String formula, String pointer) {
        Answer refused = admin.post(FIELDS, definition("a", type, formula));
        assertThat(refused.expect(422).text()).contains(pointer);
        assertThat(admin.get(FIELDS).text()).doesNotContain(word);
    }

    private JsonNode value(String id, String name) {
        return acme.get("accounts/" + id).expect(200).json().at("/custom/" + word + name);
    }

    private Map<String, Object> account(int employees) {
        return Map.of(
                "name", word, "employees", employees, "annualRevenue", Map.of("amount", "12.50", "currency", "EUR"));
    }

    private String field(String name, String type, String formula) {
        String id =
                admin.post(FIELDS, definition(name, type, formula)).expect(201).id();
        made.add(id);
        return id;
    }

    private Map<String, Object> definition(String name, String type, String formula) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", word + name);
        definition.put("type", type);
        definition.put("labels", Map.of("en", "Label " + name));
        definition.put("formula", formula);
        return definition;
    }

    private List<String> found(String query) {
        return acme.all("accounts?fields=name&" + query).stream()
                .map(item -> item.path("id").asText())
                .toList();
    }
}
