package io.guanxi.infra.system.imports;

import static io.guanxi.infra.system.imports.ImportJob.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every record that a list finds is changed, deleted or brought back by one job, and that can be taken back. */
@SystemTest
class BulkEditIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api admin;
    private final String word = Samples.word();

    BulkEditIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        admin = system.person("owner@acme.example");
    }

    @Test
    void everyRecordOfTheListIsChangedEvenWhenTheChangeTakesItOutOfTheList() {
        accounts(250);
        ImportJob job = bulk(
                "&filter=rating==cold;name==" + word + "*",
                Map.of("action", "update", "set", Map.of("rating", "hot"), "addTags", List.of(word)));
        assertCounts(job.success(), 0, 250, 0, 0);
        assertThat(accounts()).allSatisfy(account -> {
            assertThat(account.path("rating").asText()).isEqualTo("hot");
            assertThat(account.path("tags").get(0).asText()).isEqualTo(word);
        });
        String one = accounts().get(0).path("id").asText();
        assertThat(acme.get("accounts/" + one + "/history").expect(200).text()).contains("rating", "tags");
        assertCounts(job.undo().success(), 1, 250, 0, 0);
        assertThat(accounts()).allSatisfy(account -> {
            assertThat(account.path("rating").asText()).isEqualTo("cold");
            assertThat(account.path("tags").isEmpty()).isTrue();
        });
    }

    @Test
    void fieldsAreClearedTagsAreTakenAwayAndWhatIsSoAlreadyIsSkipped() {
        acme.post("accounts", Map.of("name", word + " 1", "rating", "cold", "tags", List.of(word, word + " other")))
                .expect(201);
        acme.post("accounts", Map.of("name", word + " 2")).expect(201);
        ImportJob job = bulk(
                "&filter=name==" + word + "*",
                Map.of(
                        "action",
                        "update",
                        "set",
                        Collections.singletonMap("rating", null),
                        "removeTags",
                        List.of(word.toUpperCase(java.util.Locale.ROOT))));
        assertCounts(job.success(), 0, 1, 1, 0);
        assertThat(accounts().get(0).path("rating").asText("")).isEmpty();
        assertThat(accounts().get(0).path("tags").toString()).isEqualTo("[\"" + word + " other\"]");
    }

    @Test
    void aRecordThatMayNotBeSoKeepsItsValuesAndIsTold() {
        String field = admin.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", "text", "unique", true, "labels", Map.of("en", word)))
                .expect(201)
                .id();
        accounts(3);
        ImportJob job = bulk(
                "&filter=name==" + word + "*",
                Map.of("action", "update", "set", Map.of("custom", Map.of(word, "mine"), "rating", "hot")));
        assertCounts(job.success(), 0, 1, 0, 2);
        assertThat(job.errors())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("Column")).isEqualTo("custom." + word));
        assertThat(accounts())
                .extracting(account -> account.path("rating").asText())
                .containsExactlyInAnyOrder("hot", "cold", "cold");
        admin.delete("admin/objects/accounts/fields/" + field);
    }

    @Test
    void allAreDeletedBroughtBackAndEachOfThatIsUndone() {
        accounts(3);
        ImportJob deleted = bulk("&filter=name==" + word + "*", Map.of("action", "delete"));
        assertCounts(deleted.success(), 0, 3, 0, 0);
        assertThat(accounts()).isEmpty();
        ImportJob restored = bulk("&deleted=true&filter=name==" + word + "*", Map.of("action", "restore"));
        assertCounts(restored.success(), 0, 3, 0, 0);
        assertThat(accounts()).hasSize(3);
        assertCounts(restored.undo().success(), 0, 3, 0, 0);
        assertThat(accounts()).isEmpty();
        assertCounts(deleted.undo().success(), 0, 3, 0, 0);
        assertThat(accounts()).hasSize(3);
    }

    @Test
    void allArePutAsideAndEachOfThatIsUndone() {
        accounts(3);
        ImportJob archived = bulk("&filter=name==" + word + "*", Map.of("action", "archive"));
        assertCounts(archived.success(), 0, 3, 0, 0);
        assertThat(accounts()).isEmpty();
        ImportJob back = bulk("&archived=true&filter=name==" + word + "*", Map.of("action", "unarchive"));
        assertCounts(back.success(), 0, 3, 0, 0);
        assertThat(accounts()).hasSize(3);
        assertCounts(back.undo().success(), 0, 3, 0, 0);
        assertThat(accounts()).isEmpty();
        assertCounts(archived.undo().success(), 0, 3, 0, 0);
        assertThat(accounts()).hasSize(3);
        acme.post("jobs?type=bulk&object=tags", Map.of("action", "archive")).expectProblem(422, "invalid-record");
    }

    @Test
    void whatIsWrongForEveryRecordAndWhoMayNotIsRefusedAtOnce() {
        String list = "jobs?type=bulk&object=accounts&filter=name==" + word;
        acme.post(list, Map.of("action", "update")).expectProblem(422, "invalid-record");
        acme.post(list, Map.of("action", "update", "set", Map.of("rating", "boiling")))
                .expectProblem(422, "invalid-record");
        acme.post(list, Map.of("action", "update", "set", Collections.singletonMap("name", null)))
                .expectProblem(422, "invalid-record");
        acme.post(list, Map.of("action", "explode")).expectProblem(400, "malformed-request");
        acme.post("jobs?type=bulk&object=accounts&filter=nothing==1", Map.of("action", "delete"))
                .expectProblem(400, "invalid-query");
        Map<String, Object> good = new HashMap<>(Map.of("action", "update", "set", Map.of("rating", "hot")));
        system.partner("globex-partner").post(list, good).expect(202);
    }

    private ImportJob bulk(String list, Map<String, Object> edit) {
        return ImportJob.accepted(acme, acme.post("jobs?type=bulk&object=accounts" + list, edit));
    }

    private void accounts(int number) {
        String rows = IntStream.rangeClosed(1, number)
                .mapToObj(i -> word + " " + i + ",cold\n")
                .collect(java.util.stream.Collectors.joining());
        ImportJob.submit(acme, "", "name,rating\n" + rows).success();
    }

    private List<JsonNode> accounts() {
        return acme.all("accounts?limit=200&sort=name&filter=name==" + word + "*");
    }
}
