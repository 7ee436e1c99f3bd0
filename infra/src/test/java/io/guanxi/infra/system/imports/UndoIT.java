package io.guanxi.infra.system.imports;

import static io.guanxi.infra.system.imports.ImportJob.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an import has done is taken back as a whole, but for what others have done since. */
@SystemTest
class UndoIT {

    private static final String UPSERT = "&mode=upsert&key=externalId";

    private final RunningSystem system;
    private final Api acme;
    private final Api admin;
    private final String word = Samples.word();

    UndoIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        admin = system.person("owner@acme.example");
    }

    @Test
    void afterAnUndoEverythingIsWrittenAsItWasBefore() {
        String field = admin.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", "text", "labels", Map.of("en", word)))
                .expect(201)
                .id();
        ImportJob.submit(
                        acme,
                        "",
                        "externalId,name,rating,tags,custom." + word + ",contact name,contact email\n"
                                + id(1) + "," + word + " one,cold," + word + " old,first,Ann " + word
                                + ",ann@example.com\n"
                                + id(2) + "," + word + " two,,,,,\n")
                .success();
        awaitStage(1, "contacted");
        awaitStage(2, "potential");
        String before = everything();
        ImportJob changing = ImportJob.submit(
                acme,
                UPSERT,
                "externalId,name,rating,phone,tags,custom." + word + ",contact name,contact email\n"
                        + id(1) + "," + word + " uno,hot,+4930901820," + word + " new,second,Ann " + word
                        + ",other@example.com\n"
                        + id(2) + "," + word + " two,warm,,,third,Bob " + word + ",bob@example.com\n"
                        + id(3) + "," + word + " three,warm,," + word + " new,,Cat " + word + ",\n"
                        + id(3) + "," + word + " three again,hot,,,,,\n");
        assertCounts(changing.success(), 1, 3, 0, 0);
        assertThat(everything()).isNotEqualTo(before);
        // The rules have seen the person who came with the file.
        awaitStage(2, "contacted");
        JsonNode undone = changing.undo().success();
        assertThat(undone.path("skipped").asLong()).isZero();
        assertThat(undone.path("failed").asLong()).isZero();
        assertThat(everything()).isEqualTo(before);
        assertThat(acme.all("accounts?deleted=true&limit=200&filter=name==" + word + "*"))
                .isEmpty();
        ImportJob again = ImportJob.submit(acme, "", "externalId,name\n" + id(3) + "," + word + " three\n");
        assertCounts(again.success(), 1, 0, 0, 0);
        admin.delete("admin/objects/accounts/fields/" + field);
    }

    @Test
    void whatSomebodyHasChangedOrUsedSinceStaysAndIsTold() {
        ImportJob.submit(acme, "", "externalId,name,rating\n" + id(1) + "," + word + " one,cold\n")
                .success();
        ImportJob changing = ImportJob.submit(
                acme,
                UPSERT,
                "externalId,name,rating\n" + id(1) + "," + word + " one,hot\n" + id(2) + "," + word + " two,hot\n"
                        + id(3) + "," + word + " three,hot\n" + id(4) + "," + word + " four,hot\n");
        changing.success();
        admin.patch("accounts/" + account(1), Map.of("industry", "retail")).expect(200);
        admin.patch("accounts/" + account(2), Map.of("industry", "retail")).expect(200);
        admin.post("contacts", Map.of("lastName", word, "account", account(3))).expect(201);
        ImportJob undo = changing.undo();
        JsonNode done = undo.success();
        assertCounts(done, 1, 0, 3, 0);
        assertThat(undo.errors()).extracting(row -> row.get("Kind")).containsOnly("Warning");
        assertThat(undo.errorFile()).contains("has changed the record since", "points to this one", word + " three");
        assertThat(acme.all("accounts?fields=name,rating&sort=name&filter=name==" + word + "*"))
                .extracting(
                        row -> row.path("name").asText() + row.path("rating").asText())
                .containsExactly(word + " onehot", word + " threehot", word + " twohot");
        assertThat(acme.get("jobs/" + undo.id() + "/changes").expect(200).text())
                .contains("Deleted", word + " four")
                .doesNotContain(word + " three");
    }

    @Test
    void aValueThatCannotGoBackIsToldAndTheOthersGoBack() {
        String field = admin.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", "text", "unique", true, "labels", Map.of("en", word)))
                .expect(201)
                .id();
        ImportJob.submit(
                        acme,
                        "",
                        "externalId,name,rating,custom." + word + "\n" + id(1) + "," + word + " one,cold,mine\n")
                .success();
        ImportJob changing = ImportJob.submit(
                acme, UPSERT, "externalId,name,rating,custom." + word + "\n" + id(1) + "," + word + " one,hot,other\n");
        changing.success();
        admin.post("accounts", Map.of("name", word + " rival", "custom", Map.of(word, "mine")))
                .expect(201);
        ImportJob undo = changing.undo();
        assertCounts(undo.success(), 0, 0, 0, 1);
        assertThat(undo.errors()).extracting(row -> row.get("Column")).containsExactly("custom." + word);
        JsonNode account = acme.get("accounts/" + account(1)).expect(200).json();
        assertThat(account.path("rating").asText()).isEqualTo("cold");
        assertThat(account.at("/custom/" + word).asText()).isEqualTo("other");
        admin.delete("admin/objects/accounts/fields/" + field);
    }

    @Test
    void aLaterImportIsInTheWayUntilItIsUndoneItself() {
        ImportJob.submit(acme, "", "externalId,name,rating\n" + id(1) + "," + word + " one,cold\n")
                .success();
        String before = everything();
        ImportJob first =
                ImportJob.submit(acme, UPSERT, "externalId,name,rating\n" + id(1) + "," + word + " one,warm\n");
        first.success();
        ImportJob second =
                ImportJob.submit(acme, UPSERT, "externalId,name,rating\n" + id(1) + "," + word + " one,hot\n");
        second.success();
        assertCounts(second.undo().success(), 0, 1, 0, 0);
        assertCounts(first.undo().success(), 0, 1, 0, 0);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onlyWhatHasChangedSomethingIsUndoneAndOnlyOnceAndOnlyByItsPersonOrAnAdmin() {
        ImportJob trial = ImportJob.submit(acme, "&dryRun=true", "name\n" + word + "\n");
        trial.success();
        acme.post("jobs/" + trial.id() + "/undo", "").expectProblem(409, "rule-broken");
        ImportJob real = ImportJob.submit(acme, "", "name\n" + word + "\n");
        assertThat(real.success().path("links").has("undo")).isTrue();
        system.person("sales@acme.example")
                .post("jobs/" + real.id() + "/undo", "")
                .expectProblem(404, "not-found");
        String undo = admin.post("jobs/" + real.id() + "/undo", "").expect(202).id();
        acme.post("jobs/" + real.id() + "/undo", "").expectProblem(409, "rule-broken");
        admin.post("jobs/" + undo + "/undo", "").expectProblem(409, "rule-broken");
        JsonNode after = acme.get("jobs/" + real.id()).expect(200).json();
        assertThat(after.path("undoneBy").asText()).isEqualTo(undo);
        assertThat(after.path("links").has("undo")).isFalse();
    }

    @Test
    void anUndoOutlivesThatTheApplicationIsKilledAndGoesOnWhenItWasCancelled() {
        ImportJob big = ImportJob.submit(acme, "", GeneratedFile.of(word, 4_000).csv());
        big.success();
        ImportJob undo = big.undo();
        undo.awaitProcessed(400);
        undo.cancel();
        assertThat(undo.end().path("status").asText()).isEqualTo("cancelled");
        acme.post("jobs/" + undo.id() + "/resume", "").expect(200);
        undo.awaitProcessed(1_500);
        system.kill9("payara");
        system.awaitServing();
        JsonNode done = undo.success();
        assertThat(done.path("failed").asLong() + done.path("skipped").asLong()).isZero();
        assertThat(acme.all("accounts?limit=200&fields=name&filter=name==" + word + "*"))
                .isEmpty();
        assertThat(acme.all("contacts?limit=200&fields=name&q=" + word)).isEmpty();
    }

    @Test
    void aStageThatAJobChoseOrCausedGoesBackButNotOneThatSomebodyHasChosenSince() {
        ImportJob.submit(
                        acme,
                        "",
                        "externalId,name\n" + id(1) + "," + word + " one\n" + id(2) + "," + word + " two\n" + id(3)
                                + "," + word + " three\n")
                .success();
        String before = everything();
        ImportJob chosen = ImportJob.submit(
                acme, UPSERT, "externalId,name,lifecycleStage\n" + id(1) + "," + word + " one,mature\n");
        chosen.success();
        ImportJob people = ImportJob.submit(
                acme,
                UPSERT,
                "externalId,name,contact name\n" + id(2) + "," + word + " two,Bob " + word + "\n" + id(3) + "," + word
                        + " three,Cat " + word + "\n");
        people.success();
        awaitStage(2, "contacted");
        awaitStage(3, "contacted");
        admin.patch("accounts/" + account(3), Map.of("lifecycleStage", "developing"))
                .expect(200);
        people.undo().success();
        chosen.undo().success();
        awaitStage(3, "developing");
        assertThat(lines(everything())).isEqualTo(lines(before));
    }

    private String id(int number) {
        return word + "-" + number;
    }

    private String account(int number) {
        return acme.all("accounts?filter=externalId==" + id(number))
                .get(0)
                .path("id")
                .asText();
    }

    /** Without the account that somebody has worked on. */
    private List<String> lines(String everything) {
        return everything.lines().filter(line -> !line.contains(" three")).toList();
    }

    private void awaitStage(int number, String stage) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(acme.get("accounts/" + account(number))
                                .json()
                                .path("lifecycleStage")
                                .asText())
                        .isEqualTo(stage));
    }

    /** The accounts, contacts and tags of this test with everything that can be exported of them. */
    private String everything() {
        return List.of(
                        "accounts?limit=200&sort=name&filter=name==" + word + "*",
                        "contacts?limit=200&q=" + word,
                        "tags?limit=200&filter=name==" + word + "*")
                .stream()
                .flatMap(list -> acme.all(list).stream())
                .map(record -> ((ObjectNode) record)
                        .without(List.of("version", "etag"))
                        .toString())
                .collect(Collectors.joining("\n"));
    }
}
