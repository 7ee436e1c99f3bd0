package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** What a company may do at the moment: works, owes money, is read-only. */
@SystemTest
class TenantStatusIT {

    private static final String READ_ONLY = "tenant-read-only";

    /** Sessions and tokens follow within a minute; here they know it after five seconds. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningSystem system;
    private final Company company;
    private final Api owner;

    TenantStatusIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        owner = company.owner();
    }

    @Test
    void aReadOnlyCompanyIsReadAndExportedAndNothingOfItChanges() {
        String account = owner.post("accounts", Map.of("name", Samples.word()))
                .expect(201)
                .id();
        Visit visit = system.logIn(company.email());
        assertThat(visit.get("/app/accounts/new").expect(200).text()).doesNotContain("bar-standing");
        become("READ_ONLY");

        owner.get("accounts/" + account).expect(200);
        owner.get("accounts/" + account + "/history").expect(200);
        owner.get("admin/people").expect(200);
        owner.post("accounts/duplicates", Map.of("name", "Somebody")).expect(200);
        String export = owner.post("jobs?type=export&object=accounts", Map.of())
                .expect(202)
                .id();
        await().atMost(SOON)
                .until(() -> owner.get("jobs/" + export)
                        .json()
                        .path("status")
                        .asText()
                        .equals("succeeded"));
        owner.post("admin/audit/export", "").expect(202);

        for (Answer refused : List.of(
                owner.patch("accounts/" + account, Map.of("name", "Other")),
                owner.delete("accounts/" + account),
                owner.post("accounts/" + account + "/archive", ""),
                owner.post("accounts/bulk", List.of()),
                owner.post("admin/people", Map.of("email", "x@y.example", "name", "X", "role", "MEMBER")),
                owner.put("admin/company", Map.of("name", "Other")),
                owner.patch("admin/modules/sales", Map.of("on", false)),
                owner.post("jobs?type=bulk&object=accounts", Map.of("action", "delete")),
                owner.request("POST", "jobs?type=import&object=accounts")
                        .body("text/csv", "name\nX\n")
                        .send())) {
            refused.expectProblem(403, READ_ONLY);
        }
        system.anonymous().get("/problems/" + READ_ONLY).expect(200);

        Visit again = system.logIn(company.email());
        String list = again.get("/app/accounts").expect(200).text();
        assertThat(list).contains("bar-standing", "data-frozen=\"true\"").doesNotContain("/app/accounts/new\"");
        assertThat(again.get("/app/accounts/new").expect(403).text()).contains("read-only");
        again.post("/app/admin/people", Map.of("email", "x@y.example")).expect(403);
    }

    @Test
    void anImportStopsWhileTheCompanyIsReadOnlyAndGoesOnAfterwards() {
        String rows = "name\n" + "Waiting\n".repeat(12_000);
        String job = owner.request("POST", "jobs?type=import&object=accounts&mode=create")
                .body("text/csv", rows)
                .send()
                .expect(202)
                .id();
        await().atMost(SOON).until(() -> status(job).equals("running"));
        system.database().change("UPDATE tenant SET status = 'READ_ONLY' WHERE id = ?", company.id());
        await().atMost(SOON).until(() -> isPostponed(job));
        assertThat(status(job)).isEqualTo("running");
        long made = accounts();
        assertThat(made).isLessThan(12_000);
        system.database().change("UPDATE tenant SET status = 'ACTIVE' WHERE id = ?", company.id());
        await().atMost(Duration.ofMinutes(2)).until(() -> status(job).equals("succeeded"));
        assertThat(accounts()).isEqualTo(12_000);
    }

    /** A worker that gives a job back for a while leaves no name with it. */
    private boolean isPostponed(String job) {
        return system.database()
                        .number(
                                "SELECT COUNT(*) FROM job_queue WHERE tenant_id = ? AND owner IS NULL AND leased_until IS NOT NULL",
                                company.id())
                == 1;
    }

    private String status(String job) {
        return system.database()
                .column("SELECT LOWER(status) FROM job WHERE tenant_id = ? AND type = 'import'", company.id())
                .get(0);
    }

    private long accounts() {
        return system.database().number("SELECT COUNT(*) FROM account WHERE tenant_id = ?", company.id());
    }

    @Test
    void whoOwesMoneyWorksForTheDaysOfThePlanOrThoseAgreedAndIsReadOnlyThen() {
        Company agreed = Newcomers.company(system, "business");
        Newcomers.limit(system, agreed, "pastDueDays", 60);
        owner.post("accounts", Map.of("name", "Before")).expect(201);
        become("PAST_DUE");
        owner.post("accounts", Map.of("name", "While")).expect(201);
        Visit visit = system.logIn(company.email());
        await().atMost(SOON).until(() -> visit.get("/app").expect(200).text().contains("Payment is due. From"));

        overdue(agreed, 41);
        overdue(company, 40);
        await().atMost(SOON).until(() -> status(company).equals("READ_ONLY"));
        assertThat(status(agreed)).isEqualTo("PAST_DUE");
        await().atMost(SOON)
                .until(() -> owner.post("accounts", Map.of("name", "After")).status() == 403);
        assertThat(owner.get("admin/audit?kind=tenant").expect(200).text()).contains("READ_ONLY", "PAST_DUE");
    }

    private void overdue(Company one, int days) {
        system.database()
                .change(
                        "UPDATE tenant SET status = 'PAST_DUE', status_since = NOW() - INTERVAL ? DAY WHERE id = ?",
                        days,
                        one.id());
    }

    private String status(Company one) {
        return system.database()
                .column("SELECT status FROM tenant WHERE id = ?", one.id())
                .get(0);
    }

    private void become(String status) {
        system.database()
                .change("UPDATE tenant SET status = ?, status_since = NOW() WHERE id = ?", status, company.id());
        int expected = status.equals("READ_ONLY") ? 403 : 201;
        await().atMost(SOON)
                .until(() -> owner.post("tags", Map.of("name", Samples.word())).status() == expected);
    }
}
