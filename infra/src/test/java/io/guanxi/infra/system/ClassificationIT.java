package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SystemTest
class ClassificationIT {

    private final Api admin;
    private final Api member;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();
    private String type;

    ClassificationIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        member = system.person("sales@acme.example");
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @AfterEach
    void takeTheClassAway() {
        if (type != null) {
            admin.delete("customer-classes/" + type);
        }
    }

    @Test
    void anAccountMovesIntoTheFirstClassWhoseRuleHoldsAndTheReasonIsKept() {
        String account = account();
        order(account, 5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(insight(account).path("orderCount").asInt()).isEqualTo(1));
        type = newClass("orderCount == 1 && name == \"" + word + "\"");
        classify();
        JsonNode insight = insight(account);
        assertThat(insight.path("class").asText()).isEqualTo(type);
        assertThat(insight.at("/why/facts/orderCount").asInt()).isEqualTo(1);
        assertThat(insight.at("/why/facts/name").asText()).isEqualTo(word);
        JsonNode record = acme.get("accounts/" + account).expect(200).json();
        assertThat(record.path("customerClass").asText()).isEqualTo(type);
        assertThat(LocalDate.parse(record.path("contactDue").asText())).isAfter(LocalDate.now());
        assertThat(acme.get("accounts?filter=customerClass==" + type).json().path("items"))
                .hasSize(1);
    }

    @Test
    void purchasesAreAddedUpByCurrencyAndFollowTheirOrders() {
        String account = account();
        String order = order(account, 40);
        acme.post("orders", Map.of("account", account, "currency", "JPY", "orderDate", "2020-01-02"))
                .expect(201);
        acme.post("orders", Map.of("account", account, "status", "cancelled", "orderDate", "2020-01-02"))
                .expect(201);
        line(order, "12.50", 3);
        line(order, "0.05", 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode purchases = insight(account).path("purchases");
            assertThat(purchases).hasSize(2);
            assertThat(purchases.findValuesAsText("currency")).containsExactlyInAnyOrder("USD", "JPY");
            assertThat(purchases.findValuesAsText("total")).contains("37.55");
        });
    }

    @Test
    void aRuleThatIsNoneIsRefusedAtItsPlace() {
        JsonNode problem = admin.post("customer-classes", Map.of("name", word, "rule", "orderCount >"))
                .expectProblem(422, "invalid-record")
                .json();
        assertThat(problem.toString()).contains("/rule");
        admin.post("customer-classes", Map.of("name", word, "rule", "orderCount + 1"))
                .expectProblem(422, "invalid-record");
        admin.post("classification/preview", Map.of("rule", "turnover > 1")).expectProblem(422, "invalid-record");
    }

    @Test
    void membersReadClassesAndAdminsAloneChangeThem() {
        type = newClass("false");
        member.get("customer-classes/" + type).expect(200);
        member.post("customer-classes", Map.of("name", word + "2")).expect(403);
        member.patch("customer-classes/" + type, Map.of("name", word + "3")).expect(403);
        member.delete("customer-classes/" + type).expect(403);
    }

    @Test
    void anotherTenantCannotSeeWhatIsKnown() {
        globex.get("accounts/" + account() + "/insight").expect(404);
    }

    @Test
    void aRuleIsTriedBeforeItIsStored() {
        String account = account();
        insight(account);
        JsonNode preview = acme.post("classification/preview", Map.of("rule", "name == \"" + word + "\""))
                .expect(200)
                .json();
        assertThat(preview.path("holds").asInt()).isEqualTo(1);
        assertThat(preview.at("/sample/0/id").asText()).isEqualTo(account);
    }

    @Test
    void whatAnImportChangesIsNoInteraction() {
        String account = account();
        ImportJob job = ImportJob.submit(admin, "&mode=update&key=name", "name,employees\n" + word + ",7\n");
        Instant done = Instant.parse(job.success().path("finishedAt").asText());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Instant.parse(insight(account).path("countedAt").asText())
                        .isAfter(done));
        JsonNode record = acme.get("accounts/" + account).expect(200).json();
        assertThat(record.path("employees").asInt()).isEqualTo(7);
        assertThat(insight(account).path("lastInteraction")).isEqualTo(record.path("createdAt"));
        admin.patch("accounts/" + account, Map.of("employees", 8)).expect(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(insight(account).path("lastInteraction")).isNotEqualTo(record.path("createdAt")));
    }

    private void classify() {
        String job = acme.post("classification", "").expect(202).id();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        acme.get("jobs/" + job).json().path("status").asText().equals("succeeded"));
    }

    private JsonNode insight(String account) {
        return acme.get("accounts/" + account + "/insight").expect(200).json();
    }

    private String newClass(String rule) {
        return admin.post("customer-classes", Map.of("name", word, "position", 1, "rule", rule, "cadenceDays", 30))
                .expect(201)
                .id();
    }

    private String account() {
        return acme.post("accounts", Map.of("name", word)).expect(201).id();
    }

    private String order(String account, int daysAgo) {
        return acme.post(
                        "orders",
                        Map.of(
                                "account",
                                account,
                                "currency",
                                "USD",
                                "orderDate",
                                LocalDate.now().minusDays(daysAgo).toString()))
                .expect(201)
                .id();
    }

    private void line(String order, String price, int quantity) {
        acme.post(
                        "order-lines",
                        Map.of(
                                "name",
                                "x",
                                "order",
                                order,
                                "quantity",
                                quantity,
                                "unitPrice",
                                Map.of("amount", price, "currency", "USD")))
                .expect(201);
    }
}
