package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run finds what is wrong with records, and does what a person accepts to those that are still as they were found. */
@SystemTest
class CleansingIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String RUNS = "admin/cleansing/runs";

    private final RunningSystem system;
    private final Api admin;
    private final Api acme;
    private final Database database;
    private final String word = Samples.word();

    CleansingIT(RunningSystem system) {
        this.system = system;
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
        database = system.database();
    }

    @Test
    void aWrongPhoneNumberIsPutRightWhereItCanBeAndTheRecordHasNotChanged() {
        String known = account(" Known", Map.of("phones", phones("+4930901820")));
        String unknown = account(" Unknown", Map.of("phones", phones("+4930901821")));
        String mended = account(" Mended", Map.of("phones", phones("+4930901822")));
        spoil(known, "+4930901820", "+49 (0)30 901820");
        spoil(unknown, "+4930901821", "ask Anna");
        spoil(mended, "+4930901822", "+49 (0)30 901822");
        String run = run();
        assertThat(finding(run, "phone", unknown).path("proposal").isNull()).isTrue();
        JsonNode found = finding(run, "phone", known);
        assertThat(found.path("found").asText()).isEqualTo("+49 (0)30 901820");
        assertThat(found.at("/proposal/0/number").asText()).isEqualTo("+4930901820");
        List<String> ids = List.of(
                found.path("id").asText(),
                finding(run, "phone", mended).path("id").asText(),
                finding(run, "phone", unknown).path("id").asText());
        acme.patch("accounts/" + mended, Map.of("phones", phones("+4930901829")))
                .expect(200);
        accept(run, ids.toArray(String[]::new));
        assertThat(status(run, "phone", known)).isEqualTo("applied");
        assertThat(status(run, "phone", mended)).isEqualTo("changed");
        assertThat(status(run, "phone", unknown)).isEqualTo("open");
        assertThat(acme.get("accounts/" + known).json().at("/phones/0/number").asText())
                .isEqualTo("+4930901820");
        assertThat(acme.get("accounts/" + mended).json().at("/phones/0/number").asText())
                .isEqualTo("+4930901829");
    }

    @Test
    void whatNothingHappenedToIsArchivedAndComesBackWithTheJob() {
        String quiet = account(" Quiet", Map.of());
        String used = account(" Used", Map.of());
        age("account", quiet);
        age("account", used);
        acme.post("contacts", Map.of("lastName", word, "account", used)).expect(201);
        String run = run();
        JsonNode found = finding(run, "stale", quiet);
        assertThat(found.path("proposal").asText()).isEqualTo("archive");
        assertThat(found.path("found").asText()).startsWith("20");
        assertThat(of(run, "stale", used)).isEmpty();
        String job = accept(run, found.path("id").asText());
        assertThat(acme.get("accounts/" + quiet).json().has("archivedAt")).isTrue();
        String undo = admin.post("jobs/" + job + "/undo", "").expect(202).id();
        finished(undo);
        assertThat(acme.get("accounts/" + quiet).json().has("archivedAt")).isFalse();
    }

    @Test
    void whatIsDismissedIsAskedAgainOnlyWhenTheRecordHasChanged() {
        String id = account(" Kept", Map.of("emails", mails("office@example.com")));
        spoil(id, "office@example.com", "office@example,com");
        String first = run();
        JsonNode found = finding(first, "email", id);
        assertThat(found.at("/proposal/0/address").asText()).isEqualTo("office@example.com");
        admin.post(
                        RUNS + "/" + first + "/dismiss",
                        Map.of("findings", List.of(found.path("id").asText())))
                .expect(204);
        assertThat(status(first, "email", id)).isEqualTo("dismissed");
        String second = run();
        assertThat(of(second, "email", id)).isEmpty();
        spoil(id, "office@example,com", "office@example..com");
        assertThat(of(run(), "email", id)).isPresent();
    }

    @Test
    void aFieldThatBecameMandatoryLaterIsFilledWithItsPreset() {
        String id = account(" Empty", Map.of());
        String field = admin.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", "text", "labels", Map.of("en", word)))
                .expect(201)
                .id();
        admin.patch("admin/objects/accounts/fields/" + field, Map.of("required", true, "defaultValue", "none"))
                .expect(200);
        String run = run();
        JsonNode found = finding(run, "missing", id);
        assertThat(found.path("field").asText()).isEqualTo("custom." + word);
        accept(run, found.path("id").asText());
        assertThat(acme.get("accounts/" + id).json().path("custom").path(word).asText())
                .isEqualTo("none");
        admin.delete("admin/objects/accounts/fields/" + field);
    }

    @Test
    void twinsAreListedUntilTheyAreMergedOrSettled() {
        String first = account(" Twin Works", Map.of());
        String second = account(" Twin Works AG", Map.of());
        String run = run();
        JsonNode found = of(run, "duplicate", first)
                .or(() -> of(run, "duplicate", second))
                .orElseThrow();
        assertThat(found.path("other").asText()).isIn(first, second);
        acme.post("accounts/" + first + "/merge", Map.of("others", List.of(second)))
                .expect(200);
        assertThat(status(run, "duplicate", found.path("record").asText())).isEqualTo("settled");
    }

    @Test
    void aRunThatIsDueBeginsByItselfAndTheNextIsInTheNextQuarter() {
        await().atMost(SOON)
                .until(() -> database.number("SELECT COUNT(*) FROM cleansing_due WHERE tenant_id = 1002") == 1);
        Api globex = system.person("owner@globex.example");
        long before = planned(globex);
        database.change("UPDATE cleansing_due SET due_at = '2020-01-01' WHERE tenant_id = 1002");
        await().atMost(SOON).until(() -> planned(globex) > before);
        assertThat(database.number("SELECT COUNT(*) FROM cleansing_due WHERE tenant_id = 1002 AND due_at > NOW()"))
                .isOne();
    }

    private static long planned(Api api) {
        return api.all(RUNS).stream()
                .filter(run -> run.path("planned").asBoolean()
                        && !run.path("finishedAt").isNull())
                .count();
    }

    @Test
    void onlyAdminsRunItAndMonthsAreChecked() {
        acme.post(RUNS, "").expect(403);
        acme.get("admin/cleansing/months").expect(403);
        assertThat(admin.get("admin/cleansing/months")
                        .expect(200)
                        .json()
                        .at("/months/accounts")
                        .asInt())
                .isPositive();
        admin.put("admin/cleansing/months", Map.of("months", Map.of("accounts", 999)))
                .expectProblem(422, "invalid-record");
        admin.put("admin/cleansing/months", Map.of("months", Map.of("orders", 12)))
                .expectProblem(422, "invalid-record");
        admin.put("admin/cleansing/months", Map.of("months", Map.of("contacts", 36)))
                .expect(200);
        assertThat(admin.get("admin/cleansing/months")
                        .json()
                        .at("/months/contacts")
                        .asInt())
                .isEqualTo(36);
        admin.put("admin/cleansing/months", Map.of("months", Map.of("contacts", 24)))
                .expect(200);
    }

    private String account(String name, Map<String, Object> more) {
        Map<String, Object> input = new java.util.HashMap<>(more);
        input.put("name", word + name);
        return acme.post("accounts", input).expect(201).id();
    }

    private static List<Map<String, String>> phones(String number) {
        return List.of(Map.of("label", "work", "number", number));
    }

    private static List<Map<String, String>> mails(String address) {
        return List.of(Map.of("label", "work", "address", address));
    }

    /** What a version before, or somebody beneath the product, may have left behind. */
    private void spoil(String id, String right, String wrong) {
        database.change(
                "UPDATE account SET phones = REPLACE(phones, ?, ?), emails = REPLACE(emails, ?, ?), version = version + 1"
                        + " WHERE tenant_id = 1001 AND name = ?",
                right,
                wrong,
                right,
                wrong,
                acme.get("accounts/" + id + "?fields=name").json().path("name").asText());
    }

    private void age(String table, String id) {
        database.change(
                "UPDATE " + table + " SET updated_at = '2020-02-03 04:05:06' WHERE tenant_id = 1001 AND name = ?",
                acme.get("accounts/" + id + "?fields=name").json().path("name").asText());
    }

    private String run() {
        finished(admin.post(RUNS, "").expect(202).id());
        return admin.get(RUNS).json().at("/items/0/id").asText();
    }

    private String accept(String run, String... ids) {
        String job = admin.post(RUNS + "/" + run + "/accept", Map.of("findings", List.of(ids)))
                .expect(202)
                .id();
        finished(job);
        return job;
    }

    private void finished(String job) {
        await().atMost(SOON)
                .until(() -> List.of("succeeded", "failed")
                        .contains(admin.get("jobs/" + job).json().path("status").asText()));
        assertThat(admin.get("jobs/" + job).json().path("status").asText()).isEqualTo("succeeded");
    }

    private JsonNode finding(String run, String kind, String record) {
        return of(run, kind, record).orElseThrow();
    }

    private String status(String run, String kind, String record) {
        return finding(run, kind, record).path("status").asText();
    }

    private Optional<JsonNode> of(String run, String kind, String record) {
        return admin.all(RUNS + "/" + run + "/findings?kind=" + kind).stream()
                .filter(finding -> finding.path("record").asText().equals(record))
                .findFirst();
    }
}
