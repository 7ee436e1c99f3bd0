package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits of plans: they warn, and block only what is new. */
@SystemTest
class LimitsIT {

    private final RunningSystem system;
    private final Company company;
    private final Api owner;

    LimitsIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "business");
        owner = company.owner();
    }

    @Test
    void recordsAreCountedAsTheyComeAndGo() {
        String first = account();
        account();
        assertThat(line("records").path("used").asLong()).isEqualTo(2);
        owner.delete("accounts/" + first).expect(204);
        assertThat(line("records").path("used").asLong()).isEqualTo(1);
        owner.post("accounts/" + first + "/restore", "").expect(200);
        assertThat(line("records").path("used").asLong()).isEqualTo(2);
        owner.post("tags", Map.of("name", Samples.word())).expect(201);
        assertThat(line("records").path("used").asLong())
                .as("what the product is set up by does not count")
                .isEqualTo(2);
    }

    @Test
    void aLimitReachedBlocksWhatIsNewAndNothingElse() {
        String id = account();
        for (int i = 0; i < 4; i++) {
            account();
        }
        Newcomers.limit(system, company, "records", 6);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> line("records").path("allowed").asLong() == 6);
        assertThat(line("records").path("standing").asText()).isEqualTo("near");
        account();
        assertThat(line("records").path("standing").asText()).isEqualTo("reached");

        Answer refused = owner.post("accounts", Map.of("name", "One too many")).expectProblem(403, "limit-reached");
        assertThat(refused.json().path("limit").asText()).isEqualTo("records");
        assertThat(refused.json().path("allowed").asLong()).isEqualTo(6);
        assertThat(refused.json().path("detail").asText()).contains("records").contains("6");
        owner.put("accounts/by-external-id/erp/" + Samples.word(), Map.of("name", "x"))
                .expectProblem(403, "limit-reached");
        JsonNode bulk = owner.post(
                        "accounts/bulk",
                        List.of(
                                Map.of("op", "update", "id", id, "data", Map.of("employees", 7)),
                                Map.of("op", "create", "data", Map.of("name", "x"))))
                .expect(200)
                .json()
                .path("results");
        assertThat(bulk.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(bulk.get(1).path("status").asInt()).isEqualTo(403);
        owner.post(
                        "accounts/bulk?atomic=true",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", "x")),
                                Map.of("op", "create", "data", Map.of("name", "y"))))
                .expectProblem(403, "limit-reached");

        owner.get("accounts/" + id).expect(200);
        owner.patch("accounts/" + id, Map.of("rating", "hot", "tags", List.of(Samples.word())))
                .expect(200);
        owner.post("jobs?type=export&object=accounts", Map.of()).expect(202);
        owner.delete("accounts/" + id).expect(204);
        account();
    }

    @Test
    void anImportFillsWhatIsLeftAndTellsOfTheRest() {
        Newcomers.limit(system, company, "records", 2);
        ImportJob job = ImportJob.submit(owner, "&mode=create", "name\nOne\nTwo\nThree\n");
        JsonNode done = job.success();
        assertThat(done.path("created").asInt()).isEqualTo(2);
        assertThat(done.path("failed").asInt()).isEqualTo(1);
        assertThat(owner.get("jobs/" + done.path("id").asText() + "/errors")
                        .expect(200)
                        .text())
                .contains("records");
    }

    @Test
    void contentsTakeRoomUntilTheirDocumentIsDeleted() {
        Newcomers.limit(system, company, "storage", 100);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> line("storage").path("allowed").asLong() == 100);
        String document =
                owner.post("documents", Map.of("name", "Zq")).expect(201).id();
        content(document, 90).expect(200);
        assertThat(line("storage").path("used").asLong()).isEqualTo(90);
        assertThat(line("storage").path("standing").asText()).isEqualTo("near");
        assertThat(content(document, 120)
                        .expectProblem(403, "limit-reached")
                        .json()
                        .path("limit")
                        .asText())
                .isEqualTo("storage");
        content(document, 50).expect(200);
        assertThat(line("storage").path("used").asLong()).isEqualTo(50);
        owner.delete("documents/" + document).expect(204);
        assertThat(line("storage").path("used").asLong()).isZero();
    }

    @Test
    void callsBeyondTheLimitAreAnsweredButMakeNothing() {
        String id = account();
        Newcomers.limit(system, company, "apiCallsPerDay", 3);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> line("apiCallsPerDay").path("standing").asText().equals("reached"));
        Answer refused = owner.post("accounts", Map.of("name", "x")).expectProblem(403, "limit-reached");
        assertThat(refused.json().path("limit").asText()).isEqualTo("apiCallsPerDay");
        owner.request("POST", "jobs?type=import&object=accounts")
                .body("text/csv", "name\nx\n")
                .send()
                .expectProblem(403, "limit-reached");
        owner.get("accounts/" + id).expect(200);
        owner.patch("accounts/" + id, Map.of("rating", "hot")).expect(200);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> system.database()
                                .number(
                                        "SELECT COALESCE(SUM(amount), 0) FROM usage_total WHERE tenant_id = ?"
                                                + " AND meter = 'apiCalls'",
                                        company.id())
                        > 3);
    }

    /** Other nodes and lost changes: what is stored counts, and changes are added up in the background. */
    @Test
    void theTotalIsCountedAnewFromWhatIsStored() {
        account();
        account();
        system.database()
                .change(
                        "INSERT INTO usage_delta (tenant_id, id, meter, amount) VALUES (?, 1, 'records', 40)",
                        company.id());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> line("records").path("used").asLong() == 42);
        system.database().change("DELETE FROM tenant_figures_due WHERE tenant_id = ?", company.id());
        system.database().change("UPDATE usage_total SET counted_at = NULL WHERE tenant_id = ?", company.id());
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line("records").path("used").asLong() == 2);
        assertThat(system.database().number("SELECT COUNT(*) FROM usage_delta WHERE tenant_id = ?", company.id()))
                .isZero();
    }

    private String account() {
        return owner.post("accounts", Map.of("name", Samples.word()))
                .expect(201)
                .id();
    }

    private Answer content(String document, int bytes) {
        return owner.request("PUT", "documents/" + document + "/content?fileName=a.txt")
                .body("application/octet-stream", "x".repeat(bytes))
                .send();
    }

    private JsonNode line(String limit) {
        for (JsonNode line : owner.get("admin/usage").expect(200).json().path("limits")) {
            if (line.path("limit").asText().equals(limit)) {
                return line;
            }
        }
        throw new AssertionError("no limit " + limit);
    }
}
