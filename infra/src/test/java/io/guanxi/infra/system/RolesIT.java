package io.guanxi.infra.system;

import static io.guanxi.infra.system.RoleTrial.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people may do with which records and fields, as their role, their teams, their manager and others' shares say. */
@SystemTest
class RolesIT {

    private final RoleTrial trial;
    private final Api owner;
    private final Api scout;
    private final Api mate;
    private final String word = Samples.word();

    RolesIT(RunningSystem system) {
        trial = new RoleTrial(system);
        owner = trial.owner;
        scout = trial.scout;
        mate = trial.mate;
    }

    @AfterEach
    void putBack() {
        trial.putBack();
    }

    @Test
    void whoSeesOwnRecordsAloneMeetsNoOthersAnywhere() {
        String mine = trial.account(scout, "Mine " + word);
        String theirs = trial.account(mate, "Theirs " + word);
        String contact = mate.post("contacts", Map.of("lastName", "Of " + word, "account", theirs))
                .expect(201)
                .id();
        trial.become(trial.scoutId, trial.role(RoleTrial.rights("own", "own", "own")));
        trial.awaitRole(scout, theirs);

        assertThat(RoleTrial.ids(scout, "accounts?q=" + word)).containsExactly(mine);
        assertThat(RoleTrial.ids(scout, "accounts?sort=name&filter=name==Theirs*"))
                .doesNotContain(theirs);
        assertThat(scout.get("accounts?count=true&q=" + word)
                        .json()
                        .path("count")
                        .path("value")
                        .asLong())
                .isLessThanOrEqualTo(1);
        JsonNode found = scout.get("search?q=" + word).expect(200).json();
        assertThat(found.toString()).contains(mine).doesNotContain(theirs).doesNotContain(contact);
        scout.get("accounts/" + theirs).expectProblem(404, "not-found");
        scout.get("accounts/" + theirs + "/history").expectProblem(404, "not-found");
        scout.patch("accounts/" + theirs, Map.of("description", "Lyon")).expectProblem(404, "not-found");
        scout.delete("accounts/" + theirs).expectProblem(404, "not-found");
        scout.post("accounts/" + mine + "/merge", Map.of("others", List.of(theirs)))
                .expectProblem(404, "not-found");
        scout.post("contacts", Map.of("lastName", "New " + word, "account", theirs))
                .expect(422);
        Answer bulk = scout.post(
                "accounts/bulk", List.of(Map.of("op", "update", "id", theirs, "data", Map.of("description", "Lyon"))));
        assertThat(bulk.expect(200).text()).contains("not-found");
        ImportJob export =
                ImportJob.accepted(scout, scout.post("jobs?type=export&object=accounts&q=" + word, Map.of()));
        export.success();
        assertThat(scout.get("jobs/" + export.id() + "/result").expect(200).text())
                .contains("Mine " + word)
                .doesNotContain("Theirs " + word);
        ImportJob edit = ImportJob.accepted(
                scout,
                scout.post(
                        "jobs?type=bulk&object=accounts&q=" + word,
                        Map.of("action", "update", "set", Map.of("description", "Lyon"))));
        edit.success();
        assertThat(owner.get("accounts/" + theirs).json().path("description").asText())
                .isNotEqualTo("Lyon");
        assertThat(owner.get("accounts/" + mine).json().path("description").asText())
                .isEqualTo("Lyon");
    }

    @Test
    void aTeamAManagerARuleAndAShareWidenWhatIsSeen() {
        String theirs = trial.account(mate, "Shared " + word);
        trial.become(trial.scoutId, trial.role(RoleTrial.rights("subtree", "own", "none")));
        trial.awaitRole(scout, theirs);

        Answer team = owner.post(
                        "admin/teams", Map.of("name", "T " + word, "members", List.of(trial.scoutId, trial.mateId)))
                .expect(201);
        sees(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Lyon")).expectProblem(403, "access-denied");
        owner.delete("admin/teams/" + team.id() + "?version=1").expect(204);
        trial.awaitRole(scout, theirs);

        owner.patch("admin/people/" + trial.mateId, Map.of("manager", trial.scoutId))
                .expect(200);
        sees(theirs);
        assertThat(owner.patch("admin/people/" + trial.scoutId, Map.of("manager", trial.mateId))
                        .expect(422)
                        .errors())
                .containsExactly("/manager manager.circle");
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("manager", null);
        owner.patch("admin/people/" + trial.mateId, nobody).expect(200);
        trial.awaitRole(scout, theirs);

        Answer rule = owner.post(
                        "admin/sharing-rules",
                        Map.of(
                                "name",
                                "R " + word,
                                "object",
                                "accounts",
                                "source",
                                Map.of("kind", "member", "name", trial.mateId),
                                "grantee",
                                Map.of("kind", "member", "name", trial.scoutId),
                                "level",
                                "edit"))
                .expect(201);
        sees(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Lyon")).expect(200);
        scout.delete("accounts/" + theirs).expectProblem(403, "access-denied");
        owner.delete("admin/sharing-rules/" + rule.id()).expect(204);
        trial.awaitRole(scout, theirs);

        String shares = "accounts/" + theirs + "/shares";
        mate.put(shares, Map.of("grantee", Map.of("kind", "member", "name", trial.scoutId), "level", "read"))
                .expect(200);
        sees(theirs);
        assertThat(RoleTrial.ids(scout, "accounts?q=" + word)).containsExactly(theirs);
        assertThat(scout.get("search?q=" + word).text()).contains(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Nice")).expectProblem(403, "access-denied");
        scout.put(shares, Map.of("grantee", Map.of("kind", "member", "name", trial.scoutId), "level", "edit"))
                .expectProblem(403, "access-denied");
        mate.put(shares, Map.of("grantee", Map.of("kind", "member", "name", trial.scoutId), "level", "edit"))
                .expect(200);
        await().atMost(SOON)
                .untilAsserted(() -> scout.patch("accounts/" + theirs, Map.of("description", "Nice"))
                        .expect(200));
        mate.delete(shares + "/member/" + trial.scoutId).expect(204);
        trial.awaitRole(scout, theirs);
    }

    @Test
    void whatARoleMayNotDoWithAnObjectIsRefused() {
        String account = trial.account(mate, "Refused " + word);
        Map<String, Object> rights = RoleTrial.rights("all", "none", "none");
        rights.putAll(Map.of("create", false, "export", false, "import", false));
        trial.become(trial.scoutId, trial.role(rights));
        await().atMost(SOON)
                .untilAsserted(
                        () -> scout.post("accounts", Map.of("name", word)).expectProblem(403, "access-denied"));
        scout.get("accounts/" + account).expect(200);
        scout.patch("accounts/" + account, Map.of("description", "Lyon")).expectProblem(403, "access-denied");
        scout.delete("accounts/" + account).expectProblem(403, "access-denied");
        scout.post("jobs?type=export&object=accounts", Map.of()).expectProblem(403, "access-denied");
        scout.request("POST", "jobs?type=import&object=accounts")
                .body("text/csv", "name\nx\n")
                .send()
                .expectProblem(403, "access-denied");
    }

    @Test
    void rolesAreMadeByWhomNoneBindsAndKeptAsLongAsSomebodyHasThem() {
        Map<String, Object> administering = RoleTrial.rights("all", "all", "all");
        String people = trial.role(administering, List.of("administer"));
        trial.become(trial.scoutId, people);
        await().atMost(SOON).untilAsserted(() -> scout.get("admin/people").expect(200));
        scout.post("admin/roles", Map.of("label", "X " + word, "rights", Map.of()))
                .expectProblem(403, "access-denied");
        scout.patch("admin/people/" + trial.mateId, Map.of("role", "ADMIN")).expectProblem(403, "access-denied");
        scout.patch("admin/people/" + trial.mateId, Map.of("role", people)).expectProblem(403, "access-denied");
        scout.patch("admin/people/" + trial.mateId, Map.of("role", "READ_ONLY")).expect(200);
        owner.delete("admin/roles/" + people + "?version=1").expect(422);
        owner.put("admin/roles/ADMIN", Map.of("version", 0, "rights", Map.of())).expect(422);
        assertThat(owner.post(
                                "admin/roles",
                                Map.of(
                                        "label",
                                        "",
                                        "rights",
                                        Map.of(
                                                "objects",
                                                Map.of(
                                                        "account",
                                                        Map.of(
                                                                "read",
                                                                "all",
                                                                "create",
                                                                true,
                                                                "fields",
                                                                Map.of("name", "hidden"))))))
                        .expect(422)
                        .errors())
                .contains("/label required", "/rights/objects/account/fields/name role.lasting");
        owner.post("admin/roles", Map.of("label", word, "rights", Map.of("otherwise", Map.of("read", "some"))))
                .expect(422);
        mate.get("admin/roles").expectProblem(403, "access-denied");
    }

    private void sees(String account) {
        await().atMost(SOON)
                .untilAsserted(() -> scout.get("accounts/" + account).expect(200));
    }
}
