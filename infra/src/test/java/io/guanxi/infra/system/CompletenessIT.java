package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How complete records are: kept with every write, weighed by the company, told with what is missing. */
@SystemTest
class CompletenessIT {

    private static final String WEIGHTS = "admin/objects/products/completeness";

    private final Api owner;
    private final Api sales;
    private final Api globex;
    private final Database database;
    private final String word = Samples.word();

    CompletenessIT(RunningSystem system) {
        database = system.database();
        owner = system.person("owner@acme.example");
        sales = system.person("sales@acme.example");
        globex = system.person("owner@globex.example");
    }

    @AfterEach
    void asShipped() {
        owner.delete(WEIGHTS).expect(204);
    }

    @Test
    void everyWriteKeepsTheScoreInLine() {
        weigh(Map.of("code", 3, "description", 1));
        String id = product(Map.of());
        assertThat(score(id)).isZero();
        assertThat(sales.patch("products/" + id, Map.of("code", word))
                        .expect(200)
                        .json()
                        .path("completeness")
                        .asInt())
                .isEqualTo(75);
        sales.patch("products/" + id, Map.of("description", "d")).expect(200);
        assertThat(score(id)).isEqualTo(100);
        JsonNode emptied = sales.patch("products/" + id, java.util.Collections.singletonMap("code", null))
                .expect(200)
                .json();
        assertThat(emptied.path("completeness").asInt()).isEqualTo(25);
    }

    @Test
    void recordsFromBeforeItWasKeptGetTheirScoreOnceAndNobodyIsToldOfAChange() {
        weigh(Map.of("code", 3, "description", 1));
        String id = product(Map.of("code", word));
        int tenant = Integer.parseInt(
                database.column("SELECT id FROM tenant WHERE slug = 'acme'").get(0));
        database.change("UPDATE product SET completeness = NULL WHERE tenant_id = ? AND code = ?", tenant, word);
        assertThat(score(id)).isZero();
        String changed =
                sales.get("products/" + id).expect(200).json().path("updatedAt").asText();
        database.change("INSERT INTO completeness_due (tenant_id) VALUES (?)", tenant);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> database.number("SELECT COUNT(*) FROM completeness_due WHERE tenant_id = ?", tenant) == 0);
        await().until(() -> score(id) == 75);
        assertThat(sales.get("products/" + id)
                        .expect(200)
                        .json()
                        .path("updatedAt")
                        .asText())
                .isEqualTo(changed);
    }

    @Test
    void listsSortAndFilterByIt() {
        weigh(Map.of("code", 3, "description", 1));
        String none = product(Map.of());
        String most = product(Map.of("code", word));
        String some = product(Map.of("description", "d"));
        // A job that measures by the weights from before may still be at work.
        await().untilAsserted(() -> assertThat(ids(sales.get("products?sort=-completeness&q=" + word)))
                .containsExactly(most, some, none));
        assertThat(ids(sales.get("products?filter=completeness=lt=50&sort=completeness&q=" + word)))
                .containsExactly(none, some);
    }

    @Test
    void aRecordTellsWhatIsMissingTheHeaviestFirst() {
        weigh(Map.of("code", 3, "description", 1, "barcode", 9));
        String id = product(Map.of("code", word));
        JsonNode told =
                sales.get("products/" + id + "/completeness").expect(200).json();
        assertThat(told.path("score").asInt()).isEqualTo(23);
        assertThat(told.path("missing").findValuesAsText("field")).containsExactly("barcode", "description");
        assertThat(told.path("missing").path(0).path("weight").asInt()).isEqualTo(9);
    }

    @Test
    void newWeightsMeasureTheRecordsThatAreThereAndLeaveThemOtherwiseAsTheyWere() {
        weigh(Map.of("code", 1));
        String id = product(Map.of("code", word));
        JsonNode before = sales.get("products/" + id).expect(200).json();
        weigh(Map.of("code", 1, "barcode", 1));
        await().atMost(Duration.ofSeconds(60)).until(() -> score(id) == 50);
        JsonNode after = sales.get("products/" + id).expect(200).json();
        assertThat(after.path("updatedAt")).isEqualTo(before.path("updatedAt"));
        assertThat(sales.get("products/" + id + "/history").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void aFieldOfTheTenantsOwnIsWeighedToo() {
        String field = owner.post(
                        "admin/objects/products/fields",
                        Map.of("name", word, "type", "text", "labels", Map.of("en", word)))
                .expect(201)
                .id();
        try {
            weigh(Map.of("custom." + word, 1));
            String id = product(Map.of());
            assertThat(score(id)).isZero();
            sales.patch("products/" + id, Map.of("custom", Map.of(word, "x"))).expect(200);
            assertThat(score(id)).isEqualTo(100);
        } finally {
            owner.delete("admin/objects/products/fields/" + field);
        }
    }

    @Test
    void weightsAreTheCompanysOwnAndSetByItsAdminsAlone() {
        sales.get(WEIGHTS).expectProblem(403, "access-denied");
        sales.put(WEIGHTS, Map.of("weights", Map.of("code", 1))).expectProblem(403, "access-denied");
        JsonNode ofGlobex = globex.get(WEIGHTS).expect(200).json();
        JsonNode before = owner.get(WEIGHTS).expect(200).json();
        weigh(Map.of("code", 1));
        assertThat(owner.get(WEIGHTS).json().path("own").asBoolean()).isTrue();
        assertThat(globex.get(WEIGHTS).expect(200).json()).isEqualTo(ofGlobex);
        owner.delete(WEIGHTS).expect(204);
        assertThat(owner.get(WEIGHTS).json()).isEqualTo(before);
    }

    @Test
    void mistakesAreToldAtTheirPlace() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("nothing", 1),
                Map.of("code", 101),
                Map.of("code", -1),
                Map.of("code", "x"),
                Map.of("code", 0))) {
            Answer answer = owner.put(WEIGHTS, Map.of("weights", wrong));
            answer.expectProblem(422, "invalid-record");
            assertThat(answer.text()).contains("/weights");
        }
        owner.put(WEIGHTS, Map.of("weights", Map.of("discontinued", 1))).expectProblem(422, "invalid-record");
        owner.get("admin/objects/orders/completeness").expectProblem(404, "not-found");
    }

    private void weigh(Map<String, Integer> weights) {
        owner.put(WEIGHTS, Map.of("weights", weights)).expect(200);
    }

    private String product(Map<String, Object> values) {
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("name", word);
        return sales.post("products", all).expect(201).id();
    }

    private int score(String id) {
        return sales.get("products/" + id)
                .expect(200)
                .json()
                .path("completeness")
                .asInt();
    }

    private static List<String> ids(Answer list) {
        return list.expect(200).json().path("items").findValuesAsText("id");
    }
}
