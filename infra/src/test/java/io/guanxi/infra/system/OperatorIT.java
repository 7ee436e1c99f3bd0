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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Operators: which tenants there are they see, what is in them they do not, unless a tenant lets support in. */
@SystemTest
class OperatorIT {

    private static final String OPERATOR = "operator@guanxi.example";
    private static final Set<String> OPEN = Set.of("/openapi.json", "/openapi.yaml", "/docs", "/docs/style.css");

    private final RunningSystem system;

    OperatorIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void noRouteAnswersAnOperator() {
        Api operator = system.person(OPERATOR);
        JsonNode paths =
                system.anonymous().get("/api/openapi.json").expect(200).json().path("paths");
        List<String> answered = new ArrayList<>();
        paths.fieldNames()
                .forEachRemaining(path -> paths.path(path).fieldNames().forEachRemaining(method -> {
                    if (!OPEN.contains(path)) {
                        String address = "/api" + path.replaceAll("\\{[^}]*}", "0000000000000");
                        for (String tenant : List.of("", "acme")) {
                            var request = operator.request(method.toUpperCase(java.util.Locale.ROOT), address);
                            Answer answer = (tenant.isEmpty() ? request : request.header("X-Tenant", tenant)).send();
                            if (answer.status() != 403) {
                                answered.add(answer.toString());
                            }
                        }
                    }
                }));
        assertThat(paths.size()).isGreaterThan(50);
        assertThat(answered).isEmpty();
    }

    @Test
    void noPageOfACompanyOpensForAnOperator() {
        Visit operator = system.logIn(OPERATOR);
        String account = system.partner("acme-partner")
                .get("accounts?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        for (String page : List.of(
                "/app",
                "/app/accounts",
                "/app/accounts/" + account,
                "/app/jobs",
                "/app/search?q=a",
                "/app/map",
                "/app/admin/people",
                "/app/admin/modules",
                "/app/admin/usage",
                "/app/admin/support",
                "/app/accounts/" + account + "/edit")) {
            Answer answer = operator.get(page).expect(303);
            assertThat(answer.header("Location")).as(page).endsWith("/operator");
        }
        operator.post("/tenant", Map.of("tenant", "acme")).expect(403);
        operator.post("/operator/support", Map.of("tenant", "1001")).expect(403);
    }

    @Test
    void whoIsNoOperatorSeesNoPageOfOperators() {
        Visit owner = system.logIn("owner@acme.example");
        for (String page : List.of(
                "/operator",
                "/operator/tenants",
                "/operator/tenant?id=1001",
                "/operator/announcements",
                "/operator/erased",
                "/operator/certificate?id=x")) {
            owner.get(page).expect(403);
        }
        owner.post("/operator/support", Map.of("tenant", "1001")).expect(403);
    }

    @Test
    void supportComesInByTheTenantsLeaveAloneAndIsRecordedUnderItsName() {
        Company company = Newcomers.company(system, "business");
        Api owner = company.owner();
        String word = Samples.word();
        String account =
                owner.post("accounts", Map.of("name", word)).expect(201).id();
        Visit operator = system.logIn(OPERATOR);
        Map<String, String> enter = Map.of("tenant", Integer.toString(company.id()));
        operator.post("/operator/support", enter).expect(403);

        owner.post("admin/support-access", Map.of("hours", 100, "reason", "")).expectProblem(422, "invalid-record");
        owner.post("admin/support-access", Map.of("hours", 1, "reason", word)).expect(201);
        operator.post("/operator/support", enter).expect(303);
        String page = operator.get("/app/accounts/" + account).expect(200).text();
        assertThat(page).contains(word).contains("bar-support").contains(OPERATOR + " (for Olga Owner)");
        operator.get("/app/admin/people").expect(403);
        operator.get("/app/admin/support").expect(403);
        Visit ownPages = system.logIn(company.email());
        assertThat(ownPages.get("/app").expect(200).text()).contains("bar-support");
        operator.get("/app/accounts?fragment=").expect(200);

        assertThat(owner.get("admin/support-access").expect(200).text())
                .contains("support_entered")
                .contains(OPERATOR)
                .contains("support_granted");
        assertThat(owner.get("admin/audit?kind=support").expect(200).text()).contains("SUPPORT_ENTERED", OPERATOR);
        owner.delete("admin/support-access").expect(204);
        assertThat(operator.get("/app/accounts/" + account).expect(303).header("Location"))
                .endsWith("/operator");
        assertThat(ownPages.get("/app").expect(200).text()).doesNotContain("bar-support");
        operator.post("/operator/support", enter).expect(403);
    }

    @Test
    void aLeaveEndsWithItsTime() {
        Company company = Newcomers.company(system, "business");
        company.owner()
                .post("admin/support-access", Map.of("hours", 1, "reason", "Help"))
                .expect(201);
        Visit operator = system.logIn(OPERATOR);
        operator.post("/operator/support", Map.of("tenant", Integer.toString(company.id())))
                .expect(303);
        operator.get("/app/accounts").expect(200);
        system.database().change("UPDATE support_grant SET ends_at = '2001-01-01' WHERE tenant_id = ?", company.id());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> operator.get("/app/accounts").status() == 303);
    }

    @Test
    void membersDoNotLetSupportIn() {
        Api member = system.person("sales@acme.example");
        member.post("admin/support-access", Map.of("hours", 1, "reason", "x")).expectProblem(403, "access-denied");
        member.get("admin/support-access").expectProblem(403, "access-denied");
        system.partner("acme-partner")
                .post("admin/support-access", Map.of("hours", 1, "reason", "x"))
                .expectProblem(403, "access-denied");
    }

    @Test
    void numbersOfATenantAreGatheredInTheBackground() {
        Company company = Newcomers.company(system, "business");
        company.owner().post("accounts", Map.of("name", "x")).expect(201);
        await().atMost(Duration.ofSeconds(100))
                .until(() -> !system.database()
                        .rows("SELECT records FROM tenant_figures WHERE tenant_id = ? AND records = 1", company.id())
                        .isEmpty());
        String page = system.logIn(OPERATOR)
                .get("/operator/tenants?q=" + company.slug())
                .expect(200)
                .text();
        assertThat(page).contains(company.name());
    }
}
