package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modules on and off: what the admin is told, what falls silent, and what is kept. */
@SystemTest
class ModulesIT {

    private final RunningSystem system;
    private final Company company;
    private final Api owner;

    ModulesIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        owner = company.owner();
    }

    @Test
    void aModuleTellsWhatItBringsAndNeeds() {
        JsonNode sales = owner.get("admin/modules/sales").expect(200).json();
        assertThat(sales.path("on").asBoolean()).isTrue();
        assertThat(sales.path("needs").toString()).isEqualTo("[\"customers\"]");
        assertThat(sales.path("objects").toString()).contains("orders", "products");
        assertThat(sales.path("permissions").toString()).contains("orders:write");
        JsonNode customers = owner.get("admin/modules/customers").expect(200).json();
        assertThat(customers.path("neededBy").toString()).isEqualTo("[\"sales\"]");
        assertThat(customers.path("pages").toString()).contains("map", "lifecycle");
        assertThat(customers.path("jobs").toString()).contains("classification");
        owner.get("admin/modules/nothing").expectProblem(404, "not-found");
    }

    @Test
    void aModuleThatIsOffIsSilentEverywhereAndComesBackWithItsData() {
        String word = Samples.word();
        String product =
                owner.post("products", Map.of("name", word)).expect(201).id();
        owner.patch("admin/modules/sales", Map.of("on", false)).expect(200);

        Answer refused = owner.get("products/" + product).expectProblem(403, "module-not-entitled/sales");
        assertThat(refused.json().path("module").asText()).isEqualTo("sales");
        assertThat(refused.json().path("detail").asText()).contains("Sales");
        system.anonymous().get("/problems/module-not-entitled/sales").expect(200);
        owner.post("products", Map.of("name", "x")).expectProblem(403, "module-not-entitled/sales");
        owner.get("admin/objects/products/fields").expectProblem(403, "module-not-entitled/sales");
        assertThat(owner.get("search?q=" + word).expect(200).text()).doesNotContain(product);
        assertThat(owner.get("openapi.json").expect(200).text()).doesNotContain("/v1/products");

        Visit visit = system.logIn(company.email());
        assertThat(visit.get("/app").expect(200).text())
                .doesNotContain("/app/products")
                .contains("/app/accounts");
        visit.get("/app/products").expect(403);

        owner.patch("admin/modules/sales", Map.of("on", true)).expect(200);
        assertThat(owner.get("products/" + product)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo(word);
        assertThat(visit.get("/app").expect(200).text()).contains("/app/products");
        visit.get("/app/products").expect(200);
    }

    @Test
    void whatElseGoesOffIsToldFirstAndComesBackWithIt() {
        Answer told =
                owner.patch("admin/modules/customers", Map.of("on", false)).expectProblem(409, "rule-broken");
        assertThat(told.json().path("modules").toString()).isEqualTo("[\"sales\"]");
        owner.get("orders").expect(200);

        owner.patch("admin/modules/customers", Map.of("on", false, "together", true))
                .expect(200);
        owner.get("accounts").expectProblem(403, "module-not-entitled/customers");
        owner.get("orders").expectProblem(403, "module-not-entitled/sales");
        owner.get("lifecycle").expectProblem(403, "module-not-entitled/customers");
        Visit visit = system.logIn(company.email());
        visit.get("/app/map").expect(403);
        visit.get("/app/admin/classes").expect(403);
        assertThat(visit.get("/app").expect(200).text()).doesNotContain("/app/map");

        assertThat(owner.patch("admin/modules/sales", Map.of("on", true))
                        .expectProblem(409, "rule-broken")
                        .json()
                        .path("modules")
                        .toString())
                .isEqualTo("[\"customers\"]");
        owner.patch("admin/modules/customers", Map.of("on", true)).expect(200);
        owner.get("accounts").expect(200);
        owner.get("orders").expect(200);
    }

    @Test
    void aJobOfAModuleThatIsOffWaitsAndGoesOnWithIt() {
        owner.patch("admin/modules/sales", Map.of("on", true)).expect(200);
        String word = Samples.word();
        owner.post("products", Map.of("name", word)).expect(201);
        // A job that is already in the queue when the module goes.
        String job = owner.post("jobs?type=export&object=products", Map.of())
                .expect(202)
                .id();
        owner.patch("admin/modules/sales", Map.of("on", false)).expect(200);
        String status =
                owner.get("jobs/" + job).expect(200).json().path("status").asText();
        assertThat(status).isIn("queued", "running", "succeeded");
        system.database()
                .change(
                        "UPDATE job SET status = 'QUEUED', finished_at = NULL, total = NULL, position = 0"
                                + " WHERE tenant_id = ?",
                        company.id());
        system.database()
                .change(
                        "INSERT IGNORE INTO job_queue (tenant_id, job_id, enqueued_at, served_at)"
                                + " SELECT tenant_id, id, NOW(), '2000-01-01' FROM job WHERE tenant_id = ?",
                        company.id());
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .until(() ->
                        owner.get("jobs/" + job).json().path("status").asText().equals("queued"));
        owner.patch("admin/modules/sales", Map.of("on", true)).expect(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        owner.get("jobs/" + job).json().path("status").asText().equals("succeeded"));
    }

    @Test
    void whatThePlanDoesNotHaveIsRefusedWithThePlanThatHasIt() {
        system.database().change("DELETE FROM plan_module WHERE plan = 'free' AND module = 'documents'");
        try {
            Api small = Newcomers.company(system, "free").owner();
            Answer refused = small.get("documents").expectProblem(403, "module-not-entitled/documents");
            assertThat(refused.json().path("plan").asText()).isEqualTo("team");
            assertThat(refused.json().path("detail").asText()).contains("Team");
            small.patch("admin/modules/documents", Map.of("on", true))
                    .expectProblem(403, "module-not-entitled/documents");
            assertThat(small.get("admin/modules/documents")
                            .expect(200)
                            .json()
                            .path("entitled")
                            .asBoolean())
                    .isFalse();
        } finally {
            system.database().change("INSERT INTO plan_module (plan, module) VALUES ('free', 'documents')");
        }
    }

    @Test
    void adminsAloneSwitchModulesAndOneTenantsSwitchIsNotAnothers() {
        Api member = system.person("sales@acme.example");
        member.get("admin/modules").expectProblem(403, "access-denied");
        member.patch("admin/modules/sales", Map.of("on", false)).expectProblem(403, "access-denied");
        member.get("admin/usage").expectProblem(403, "access-denied");
        owner.patch("admin/modules/documents", Map.of("on", false)).expect(200);
        system.partner("acme-partner").get("documents?limit=1").expect(200);
        for (String wrong : List.of("{}", "{\"on\":\"yes\"}", "{\"on\":true,\"more\":1}")) {
            owner.patch("admin/modules/documents", wrong).expectProblem(422, "invalid-record");
        }
        owner.patch("admin/modules/documents", Map.of("on", true)).expect(200);
    }
}
