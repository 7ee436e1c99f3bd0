package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class AccessIT {

    private final RunningSystem system;
    private final Api acme;
    private final String id;

    AccessIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        id = acme.post("accounts", Samples.account(Samples.word())).expect(201).id();
    }

    @Test
    void aClientDoesWhatItWasGrantedAndHearsWhichGrantIsMissing() {
        Api reader = Newcomers.client(system, "reading-partner", "accounts:read");
        reader.get("accounts?limit=1").expect(200);
        reader.get("accounts/" + id).expect(200);
        reader.get("accounts/" + id + "/history").expect(200);
        assertMissing("accounts:write", reader.post("accounts", Samples.account("x")));
        assertMissing("accounts:write", reader.patch("accounts/" + id, Map.of("rating", "hot")));
        assertMissing("accounts:write", reader.put("accounts/by-external-id/erp/7", Map.of("name", "x")));
        assertMissing("accounts:delete", reader.delete("accounts/" + id));
        assertMissing("accounts:delete", reader.post("accounts/" + id + "/restore", ""));
        assertMissing("contacts:read", reader.get("contacts"));
        assertMissing("affiliations:read", reader.get("affiliations"));
        assertMissing(
                "accounts:write",
                reader.request("POST", "jobs?type=import&object=accounts")
                        .body("text/csv", "name\nx\n")
                        .send());
        Answer bulk = reader.post("accounts/bulk", List.of(Map.of("op", "create", "data", Map.of("name", "x"))))
                .expect(200);
        assertThat(bulk.json().path("results").get(0).path("status").asInt()).isEqualTo(403);
    }

    @Test
    void aPersonWhoMayOnlyReadChangesNothing() {
        Api reader = Newcomers.readOnlyPerson(system);
        reader.get("accounts/" + id).expect(200);
        assertMissing("does not let you create accounts", reader.post("accounts", Samples.account("x")));
        assertMissing("does not let you delete accounts", reader.delete("accounts/" + id));
    }

    @Test
    void aGrantTakenAwayActsWithinSeconds() {
        Api partner = Newcomers.client(system, "fading-partner", "accounts:read");
        partner.get("accounts?limit=1").expect(200);
        system.database()
                .change("UPDATE partner_client SET grants = 'contacts:read' WHERE client_id = 'fading-partner'");
        awaitStatus(partner, "accounts?limit=1", 403);
        assertMissing("accounts:read", partner.get("accounts?limit=1"));
        system.database().change("UPDATE partner_client SET active = FALSE WHERE client_id = 'fading-partner'");
        awaitStatus(partner, "contacts?limit=1", 403);
        partner.get("contacts?limit=1").expectProblem(403, "access-denied");
        system.database()
                .change("UPDATE partner_client SET active = TRUE, grants = 'accounts:read'"
                        + " WHERE client_id = 'fading-partner'");
        awaitStatus(partner, "accounts?limit=1", 200);
    }

    /** Callers are known for five seconds to a node that did not make the change itself. */
    private static void awaitStatus(Api caller, String address, int status) {
        await().atMost(Duration.ofSeconds(10)).until(() -> caller.get(address).status() == status);
    }

    @Test
    void whoBelongsToTwoTenantsChoosesAmongThemOnly() {
        Api both = system.person("both@example.com");
        both.get("accounts").expectProblem(400, "malformed-request");
        both.request("GET", "accounts/" + id).header("X-Tenant", "acme").send().expect(200);
        both.request("GET", "accounts/" + id)
                .header("X-Tenant", "globex")
                .send()
                .expectProblem(404, "not-found");
        both.request("GET", "accounts").header("X-Tenant", "initech").send().expectProblem(403, "access-denied");
        // Read-only in the one, a member in the other.
        assertMissing(
                "您的角色不允许新建客户",
                both.request("POST", "accounts")
                        .json(Samples.account("x"))
                        .header("X-Tenant", "globex")
                        .header("Accept-Language", "zh-CN")
                        .send());
        acme.request("GET", "accounts").header("X-Tenant", "globex").send().expectProblem(403, "access-denied");
    }

    /** A program is told the grant, a person what their role does not let them do. */
    private static void assertMissing(String missing, Answer answer) {
        assertThat(answer.expectProblem(403, "access-denied")
                        .json()
                        .path("detail")
                        .asText())
                .contains(missing);
    }
}
