package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the audit tells of data, settings and people. */
@SystemTest
class AuditIT {

    private final RunningSystem system;
    private final Api owner;
    private final Api sales;
    private final Api partner;
    private final String word = Samples.word();

    AuditIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
        sales = system.person("sales@acme.example");
        partner = system.partner("acme-partner");
    }

    private List<JsonNode> entries(String query) {
        return StreamSupport.stream(
                        owner.get("admin/audit?" + query)
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode entryOf(Answer answer) {
        List<JsonNode> entries = entries("trace=" + answer.header("Trace-Id"));
        assertThat(entries).as(answer.request()).hasSize(1);
        return entries.get(0);
    }

    @Test
    void aChangeOfASettingTellsWhoDidItFromWhereAndWhatWasBefore() {
        String fields = "admin/objects/contacts/fields";
        Answer made = owner.post(fields, Map.of("name", word, "type", "text", "labels", Map.of("en", "Old")))
                .expect(201);
        Answer changed = owner.request("PATCH", fields + "/" + made.id())
                .header("User-Agent", "tests/1.0")
                .header("X-Forwarded-For", "203.0.113.9")
                .mergePatch(Map.of("labels", Map.of("en", "New")))
                .send()
                .expect(200);
        JsonNode entry = entryOf(changed);
        assertThat(entry.path("kind").asText()).isEqualTo("fields");
        assertThat(entry.path("action").asText()).isEqualTo("changed");
        assertThat(entry.path("subject").asText()).isEqualTo(made.id());
        assertThat(entry.path("byKind").asText()).isEqualTo("person");
        assertThat(entry.path("channel").asText()).isEqualTo("api");
        assertThat(entry.path("address").asText())
                .as("nobody believes strangers")
                .isEqualTo("127.0.0.1");
        assertThat(entry.path("agent").asText()).isEqualTo("tests/1.0");
        assertThat(entry.path("changes")).hasSize(1);
        assertThat(entry.at("/changes/0/field").asText()).isEqualTo("labels");
        assertThat(entry.at("/changes/0/before/en").asText()).isEqualTo("Old");
        assertThat(entry.at("/changes/0/after/en").asText()).isEqualTo("New");
        Answer removed = owner.delete(fields + "/" + made.id()).expect(204);
        assertThat(entries("trace=" + removed.header("Trace-Id")))
                .extracting(
                        e -> e.path("kind").asText() + " " + e.path("action").asText())
                .as("and the job that erases its values")
                .containsExactly("jobs started", "fields removed");
    }

    @Test
    void aChangeOfARecordIsFoundByItsObjectItsPersonItsTextAndItsTime() {
        Instant before = Instant.now().minusSeconds(2);
        Answer made =
                partner.post("accounts", Map.of("name", "Audited " + word)).expect(201);
        sales.patch("accounts/" + made.id(), Map.of("description", "Tallinn " + word))
                .expect(200);
        String one = "object=accounts&record=" + made.id();
        assertThat(entries(one)).extracting(e -> e.path("action").asText()).containsExactly("updated", "created");
        JsonNode created = entries(one).get(1);
        assertThat(created.path("byKind").asText()).isEqualTo("client");
        assertThat(created.path("title").asText()).isEqualTo("Audited " + word);
        JsonNode updated = entries(one).get(0);
        assertThat(updated.at("/changes/0/after").asText()).isEqualTo("Tallinn " + word);
        assertThat(entries("q=" + Api.encoded("Tallinn " + word))).containsExactly(updated);
        assertThat(entries("kind=records&person=" + updated.path("byId").asText() + "&from=" + before + "&q=" + word))
                .containsExactly(updated);
        assertThat(entries(one + "&until=" + before)).isEmpty();
        assertThat(entries("kind=fields&q=Audited%20" + word)).isEmpty();
        assertThat(owner.all("admin/audit?limit=1&" + one)).hasSize(2);
    }

    @Test
    void valuesOfSensitiveFieldsAreMaskedInHistoryAndAudit() {
        String fields = "admin/objects/accounts/fields";
        String field = owner.post(
                        fields,
                        Map.of("name", word, "type", "text", "sensitive", true, "labels", Map.of("en", "Passport")))
                .expect(201)
                .id();
        String id = sales.post("accounts", Map.of("name", "N " + word, "custom", Map.of(word, "AB-123456")))
                .expect(201)
                .id();
        sales.patch("accounts/" + id, Map.of("custom", Map.of(word, "CD-654321")))
                .expect(200);
        for (String address : List.of("accounts/" + id + "/history", "admin/audit?object=accounts&record=" + id)) {
            assertThat(owner.get(address).expect(200).text())
                    .contains("custom." + word, "•••")
                    .doesNotContain("AB-123456", "CD-654321");
        }
        owner.delete(fields + "/" + field).expect(204);
    }

    @Test
    void aLookFarBackGoesOnFromWhereItEnded() {
        Answer page = owner.get("admin/audit?limit=2").expect(200);
        String cursor = page.json().path("nextCursor").asText();
        List<String> first = page.json().path("items").findValuesAsText("id");
        assertThat(entries("limit=2&cursor=" + cursor))
                .extracting(e -> e.path("id").asText())
                .doesNotContainAnyElementsOf(first)
                .allMatch(id -> id.compareTo(cursor) < 0);
    }

    @Test
    void aJobTellsOnWhoseBehalfItWorks() {
        Answer job = sales.request("POST", "jobs?type=import&object=accounts&fileName=" + word + ".csv")
                .body("text/csv", "name\nImported " + word + "\n")
                .send()
                .expect(202);
        assertThat(entryOf(job).path("action").asText()).isEqualTo("started");
        await().untilAsserted(() -> assertThat(
                        sales.get("jobs/" + job.id()).json().path("status").asText())
                .isEqualTo("succeeded"));
        JsonNode imported = entries("kind=records&q=Imported%20" + word).get(0);
        assertThat(imported.path("channel").asText()).isEqualTo("job");
        assertThat(imported.path("byKind").asText()).isEqualTo("person");
        assertThat(imported.path("job").asText()).isEqualTo(job.id());
    }

    @Test
    void whoeverIsRefusedWhatIsForAdminsIsToldOf() {
        Answer refused = sales.get("admin/audit").expectProblem(403, "access-denied");
        JsonNode entry = entryOf(refused);
        assertThat(entry.path("kind").asText()).isEqualTo("access");
        assertThat(entry.path("subject").asText()).isEqualTo("/api/v1/admin/audit");
        Visit visit = system.logIn("sales@acme.example");
        Answer page = visit.get("/app/admin/people");
        assertThat(page.status()).isEqualTo(403);
        assertThat(entryOf(page).path("subject").asText()).isEqualTo("/app/admin/people");
    }

    @Test
    void logInAndLogOutAreToldOf() {
        Instant begin = Instant.now().minusSeconds(1);
        Visit visit = system.logIn("sales@acme.example");
        visit.get("/logout");
        await().untilAsserted(() -> assertThat(entries("kind=sessions&from=" + begin))
                .filteredOn(e -> e.path("title").asText().equals("sales@acme.example"))
                .extracting(e -> e.path("action").asText())
                .containsSubsequence("logged_out", "logged_in"));
    }

    @Test
    void theFilteredEntriesAreWrittenToAFileAndThatItWasTakenIsAnEntry() {
        partner.post("accounts", Map.of("name", "=Exported " + word)).expect(201);
        Answer job = owner.post("admin/audit/export?kind=records&q=" + word, "").expect(202);
        await().untilAsserted(() -> assertThat(
                        owner.get("jobs/" + job.id()).json().path("status").asText())
                .isEqualTo("succeeded"));
        Answer file = owner.get("jobs/" + job.id() + "/result").expect(200);
        assertThat(file.text().lines().count()).isGreaterThanOrEqualTo(2);
        assertThat(file.text()).contains("=Exported " + word, "REST");
        assertThat(entryOf(file).path("action").asText()).isEqualTo("fetched");
        sales.get("jobs/" + job.id() + "/result").expectProblem(404, "not-found");
    }
}
