package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records put aside are out of everybody's way, count as before, and come back. */
@SystemTest
class ArchiveIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningSystem system;
    private final Api admin;
    private final Api acme;
    private final String word = Samples.word();

    ArchiveIT(RunningSystem system) {
        this.system = system;
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
    }

    @Test
    void anArchivedRecordLeavesListsSearchAndDuplicatesAndComesBack() {
        String id = account(word + " Mills");
        await().atMost(SOON).until(() -> found("accounts?q=" + word) == 1 && everywhere() == 1);
        JsonNode archived =
                acme.post("accounts/" + id + "/archive", "").expect(200).json();
        assertThat(archived.path("archivedAt").asText()).isNotEmpty();
        assertThat(found("accounts?filter=name==" + word + "*")).isZero();
        assertThat(found("accounts?archived=true&filter=name==" + word + "*")).isOne();
        assertThat(acme.get("accounts?count=true&filter=name==" + word + "*")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(candidates()).isEmpty();
        await().atMost(SOON)
                .until(() -> found("accounts?q=" + word) == 0
                        && found("accounts?archived=true&q=" + word) == 1
                        && everywhere() == 0);
        assertThat(acme.get("accounts/" + id).expect(200).json().path("archivedAt"))
                .isEqualTo(archived.path("archivedAt"));
        JsonNode back =
                acme.post("accounts/" + id + "/unarchive", "").expect(200).json();
        assertThat(back.has("archivedAt")).isFalse();
        assertThat(found("accounts?filter=name==" + word + "*")).isOne();
        assertThat(found("accounts?archived=true&filter=name==" + word + "*")).isZero();
        assertThat(candidates()).hasSize(1);
        await().atMost(SOON).until(() -> found("accounts?q=" + word) == 1);
        assertThat(acme.get("accounts/" + id + "/history").json().path("items").findValuesAsText("action"))
                .containsExactly("unarchived", "archived", "created");
    }

    @Test
    void whatPointsToAnArchivedRecordKeepsItsNameAndSumsStay() {
        String rollUp = admin.post(
                        "admin/objects/accounts/fields",
                        Map.of(
                                "name",
                                word,
                                "labels",
                                Map.of("en", word),
                                "rollUp",
                                Map.of("object", "contact", "by", "account", "function", "count")))
                .expect(201)
                .id();
        String id = account(word + " Paper");
        String contact = acme.post("contacts", Map.of("lastName", word, "account", id))
                .expect(201)
                .id();
        await().atMost(SOON).until(() -> count(id).equals("1"));
        acme.post("contacts/" + contact + "/archive", "").expect(200);
        acme.post("accounts/" + id + "/archive", "").expect(200);
        String second = acme.post("contacts", Map.of("lastName", word + " Two", "account", id))
                .expect(201)
                .id();
        await().atMost(SOON).until(() -> count(id).equals("2"));
        assertThat(acme.get("contacts/" + second).json().path("account").asText())
                .isEqualTo(id);
        assertThat(acme.get("contacts?filter=account==" + id).json().path("items"))
                .hasSize(1);
        admin.delete("admin/objects/accounts/fields/" + rollUp);
    }

    @Test
    void archivingAndBringingBackTwiceChangesNothingMore() {
        String id = account(word + " Twice");
        long version = acme.post("accounts/" + id + "/archive", "")
                .expect(200)
                .json()
                .path("version")
                .asLong();
        assertThat(acme.post("accounts/" + id + "/archive", "")
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(version);
        acme.delete("accounts/" + id).expect(204);
        acme.post("accounts/" + id + "/unarchive", "").expectProblem(404, "not-found");
        assertThat(found("accounts?archived=true&filter=name==" + word + "*")).isZero();
        acme.post("accounts/" + id + "/restore", "").expect(200);
        assertThat(found("accounts?archived=true&filter=name==" + word + "*")).isOne();
    }

    @Test
    void whoMayNotWriteMayNotArchive() {
        String id = account(word + " Mine");
        system.partner("globex-partner").post("accounts/" + id + "/archive", "").expectProblem(404, "not-found");
        acme.get("accounts?archived=true&deleted=true").expectProblem(400, "invalid-query");
    }

    @Test
    void everyObjectOfRecordsHasAnArchiveAndWhatTheProductWorksByHasNone() {
        Set<String> without = Set.of("tags", "customer-classes", "care-processes", "stage-rules", "order-lines");
        assertThat(ApiObject.all(admin.get("openapi.json").json()))
                .hasSizeGreaterThan(8)
                .allSatisfy(object ->
                        assertThat(object.archivable()).as(object.path()).isEqualTo(!without.contains(object.path())));
    }

    /** An index leads lists to their page whatever is archived, and the archive to its own. */
    @Test
    void listsReadAnIndexInItsOrder() {
        List<String> live = plan("deleted_at IS NULL AND archived_at IS NULL");
        assertThat(live.get(0)).isEqualTo("account_order");
        assertThat(live.get(1)).doesNotContain("filesort");
        List<String> archive = plan("deleted_at IS NULL AND archived = TRUE");
        assertThat(archive.get(1)).doesNotContain("filesort");
    }

    private List<String> plan(String condition) {
        List<String> row = system.database()
                .rows("EXPLAIN SELECT id, name FROM account WHERE tenant_id = 1001 AND " + condition
                        + " ORDER BY sort_key, id LIMIT 51")
                .get(0);
        return List.of(String.valueOf(row.get(5)), String.valueOf(row.get(row.size() - 1)));
    }

    private String account(String name) {
        return acme.post("accounts", Map.of("name", name)).expect(201).id();
    }

    private int found(String list) {
        return acme.get(list).expect(200).json().path("items").size();
    }

    private int everywhere() {
        return acme.get("search?q=" + word).expect(200).json().path("items").size();
    }

    private JsonNode candidates() {
        return acme.post("accounts/duplicates", Map.of("name", word + " Mills"))
                .expect(200)
                .json()
                .path("items");
    }

    private String count(String account) {
        return acme.get("accounts/" + account).json().path("custom").path(word).asText();
    }
}
