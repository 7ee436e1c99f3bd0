package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A tenant's flood is its own: it is told to come later, and the others are answered. */
@SystemTest
class RatesIT {

    private final RunningSystem system;

    RatesIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void callsBeyondTheRateComeLaterAndOtherTenantsGoOn() {
        Company company = Newcomers.company(system, "enterprise");
        Newcomers.limit(system, company, "apiCallsPerMinute", 20);
        Answer refused = untilRefused(company);
        assertThat(refused.expectProblem(429, "too-many-requests").header("Retry-After"))
                .matches("[1-9]\\d*");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isLessThanOrEqualTo(4);
        system.partner("globex-partner").get("accounts?limit=1").expect(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> call(company).status() == 200);
    }

    @Test
    void oneClientDoesNotTakeAllOfItsTenantsCalls() {
        Company company = Newcomers.company(system, "enterprise");
        Newcomers.limit(system, company, "apiCallsPerMinute", 1_000);
        Newcomers.limit(system, company, "apiCallsPerMinutePerClient", 20);
        untilRefused(company).expectProblem(429, "too-many-requests");
    }

    private static Answer untilRefused(Company company) {
        Answer answer = call(company);
        for (int i = 0; i < 60 && answer.status() != 429; i++) {
            answer = call(company);
        }
        return answer;
    }

    private static Answer call(Company company) {
        return company.owner().request("GET", "accounts?limit=1").sendOnce();
    }
}
