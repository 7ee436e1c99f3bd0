package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Log-ins that fail at Keycloak's own page are told to the company of the person. */
@SystemTest
class FailedLogInIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WRONG = "Not-It-2026!";

    private final RunningSystem system;
    private final String word = Samples.word();

    FailedLogInIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void aCompanyIsToldOfItsPeopleAndOfNobodyElses() {
        Company company = Newcomers.company(system, "business");
        Company other = Newcomers.company(system, "business");
        company.owner().get("admin/company").expect(200);
        attempt("nobody@" + word + ".example", WRONG);
        attempt(company.email(), WRONG);
        attempt(company.email(), WRONG);
        await().atMost(PATIENCE).until(() -> attempts(company.owner()) == 2);
        JsonNode entry = company.owner()
                .get("admin/audit?kind=sessions&q=" + company.email())
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(entry.path("action").asText()).isEqualTo("log_in_failed");
        assertThat(entry.toString()).contains("invalid_user_credentials", "127.0.0.1");
        assertThat(attempts(other.owner())).isZero();
        // What was entered is nowhere: neither a password nor a name that nobody has.
        assertThat(system.database().column("SELECT CONCAT(title, subject, COALESCE(changes, '')) FROM audit_entry"))
                .noneMatch(text -> text.contains(WRONG) || text.contains("nobody@" + word));
    }

    @Test
    void whoTriesTooOftenIsSeenToBeLocked() {
        Company company = Newcomers.company(system, "business");
        assertThat(person(company).path("lockedUntil").isNull()).isTrue();
        for (int i = 0; i < 6; i++) {
            attempt(company.email(), WRONG);
        }
        await().atMost(PATIENCE)
                .until(() -> !person(company).path("lockedUntil").isNull());
        assertThat(attempts(company.owner())).isLessThanOrEqualTo(6);
    }

    private static JsonNode person(Company company) {
        return company.owner().get("admin/people").expect(200).json().at("/items/0");
    }

    private void attempt(String email, String password) {
        Visit visit = new Visit(system.url());
        visit.logIn(visit.follow("/app"), email, password).expect(200);
    }

    private static int attempts(Api owner) {
        int attempts = 0;
        for (JsonNode entry :
                owner.get("admin/audit?kind=sessions").expect(200).json().path("items")) {
            for (JsonNode change : entry.path("changes")) {
                if (change.path("field").asText().equals("attempts")) {
                    attempts += change.path("after").asInt();
                }
            }
        }
        return attempts;
    }
}
