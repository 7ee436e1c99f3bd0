package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people may do with which records and fields, as their role, their teams, their manager and others' shares say. */
@SystemTest
class RolesIT {

    private static final String HIDDEN = "annualRevenue";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningSystem system;
    private final Api owner;
    private final Api scout;
    private final Api mate;
    private final String scoutId;
    private final String mateId;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    RolesIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
        scout = Newcomers.person(system, 4712, "Sam Scout", "scout@acme.example", "MEMBER");
        mate = Newcomers.person(system, 4713, "Mia Mate", "mate@acme.example", "MEMBER");
        scout.get("accounts?limit=1").expect(200);
        mate.get("accounts?limit=1").expect(200);
        scoutId = idOf("scout@acme.example");
        mateId = idOf("mate@acme.example");
    }

    @AfterEach
    void putBack() {
        for (String person : List.of(scoutId, mateId)) {
            Map<String, Object> plain = new HashMap<>(Map.of("role", "MEMBER", "active", true));
            plain.put("manager", null);
            owner.patch("admin/people/" + person, plain).expect(200);
        }
        for (String kind : List.of("teams", "sharing-rules")) {
            owner.get("admin/" + kind).json().path("items").forEach(item -> {
                if (item.toString().contains(scoutId)) {
                    made.add("admin/" + kind + "/" + item.path("id").asText());
                }
            });
        }
        made.forEach(address -> {
            long version = address.contains("sharing-rules")
                    ? 0
                    : owner.get(address).json().path("version").asLong();
            owner.delete(address + "?version=" + version).expect(204);
        });
    }

    @Test
    void whoSeesOwnRecordsAloneMeetsNoOthersAnywhere() {
        String mine = account(scout, "Mine " + word);
        String theirs = account(mate, "Theirs " + word);
        String contact = mate.post("contacts", Map.of("lastName", "Of " + word, "account", theirs))
                .expect(201)
                .id();
        become(scoutId, role(rights("own", "own", "own")));
        awaitRole(scout, theirs);

        assertThat(ids(scout, "accounts?q=" + word)).containsExactly(mine);
        assertThat(ids(scout, "accounts?sort=name&filter=name==Theirs*")).doesNotContain(theirs);
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
    void aFieldThatIsHiddenExistsNowhereForTheRole() {
        String account = account(scout, "Field " + word);
        owner.patch(
                        "accounts/" + account,
                        Map.of(HIDDEN, Map.of("amount", "1234567.00", "currency", "USD"), "legalName", "Nick" + word))
                .expect(200);
        Map<String, Object> rights = rights("all", "all", "all");
        rights.put("fields", Map.of(HIDDEN, "hidden", "legalName", "hidden", "description", "read"));
        become(scoutId, role(rights));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scout.get("accounts/" + account)
                                .expect(200)
                                .json()
                                .has(HIDDEN))
                        .isFalse());

        assertThat(scout.get("accounts/" + account + "/history").expect(200).text())
                .doesNotContain("1234567")
                .doesNotContain("Nick" + word);
        scout.get("accounts?filter=" + HIDDEN + "=gt=1").expectProblem(400, "invalid-query");
        scout.get("accounts?sort=-" + HIDDEN).expectProblem(400, "invalid-query");
        scout.get("accounts?fields=" + HIDDEN).expectProblem(400, "invalid-query");
        scout.get("accounts?filter=nothing=gt=1").expectProblem(400, "invalid-query");
        assertThat(scout.patch(
                                "accounts/" + account,
                                Map.of(HIDDEN, Map.of("amount", "1.00", "currency", "USD"), "description", "Lyon"))
                        .expect(422)
                        .errors())
                .containsExactlyInAnyOrder("/" + HIDDEN + " member.unknown", "/description member.readOnly");
        assertThat(ids(scout, "accounts?q=Field%20" + word)).containsExactly(account);
        assertThat(ids(owner, "accounts?q=Nick" + word)).containsExactly(account);
        assertThat(ids(scout, "accounts?q=Nick" + word)).isEmpty();
        assertThat(scout.get("search?q=Nick" + word).text()).doesNotContain(account);
        assertThat(scout.get("openapi.json")
                        .expect(200)
                        .json()
                        .at("/components/schemas/Account/properties")
                        .has(HIDDEN))
                .isFalse();
        ImportJob export =
                ImportJob.accepted(scout, scout.post("jobs?type=export&object=accounts&q=" + word, Map.of()));
        export.success();
        assertThat(scout.get("jobs/" + export.id() + "/result").text())
                .contains("Field " + word)
                .doesNotContain("1234567");
        scout.post("jobs?type=export&object=accounts&fields=" + HIDDEN, Map.of())
                .expectProblem(400, "invalid-query");
        JsonNode imported = ImportJob.submit(scout, "&mode=create", "name,annualRevenue\nImported " + word + ",99\n")
                .success();
        assertThat(imported.toString()).isNotEmpty();
        String other = ids(owner, "accounts?q=Imported%20" + word).get(0);
        assertThat(owner.get("accounts/" + other)
                        .json()
                        .path(HIDDEN)
                        .path("amount")
                        .asText())
                .isNotEqualTo("99.00");
    }

    @Test
    void pagesStandWhereEverythingIsHiddenThatCanBe() {
        String account = account(scout, "Bare " + word);
        String contact = scout.post("contacts", Map.of("lastName", "Bare " + word, "account", account))
                .expect(201)
                .id();
        Map<String, Object> objects = new HashMap<>();
        for (String object : List.of("account", "contact")) {
            Map<String, Object> rights = rights("all", "all", "all");
            Map<String, String> fields = new HashMap<>();
            JsonNode schema = owner.get("openapi.json")
                    .json()
                    .at("/components/schemas/" + (object.equals("account") ? "Account" : "Contact") + "/properties");
            schema.fieldNames().forEachRemaining(field -> fields.put(field, "hidden"));
            rights.put("fields", fields);
            objects.put(object, rights);
        }
        String role = mostHidden(objects);
        become(scoutId, role);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scout.get("accounts/" + account)
                                .expect(200)
                                .json()
                                .has("industry"))
                        .isFalse());
        Visit visit = system.logIn("scout@acme.example");
        for (String page : List.of(
                "",
                "/accounts",
                "/accounts?q=" + word,
                "/accounts?view=mine",
                "/accounts/" + account,
                "/accounts/" + account + "/edit",
                "/accounts/new",
                "/accounts/import",
                "/accounts/duplicates",
                "/accounts/bulk?q=" + word,
                "/contacts",
                "/contacts/" + contact,
                "/contacts/" + contact + "/edit",
                "/contacts/new",
                "/search?q=" + word,
                "/map",
                "/lifecycle",
                "/objects",
                "/jobs")) {
            visit.get("/app" + page).expect(200);
        }
    }

    /** A role with as many of these fields hidden as may be: which may not, the refusal tells. */
    private String mostHidden(Map<String, Object> objects) {
        Map<String, Object> plain = rights("all", "all", "all");
        Map<String, Object> body = Map.of(
                "label",
                "Role " + Samples.word(),
                "rights",
                Map.of("features", List.of(), "otherwise", plain, "common", plain, "objects", objects));
        Answer refused = owner.post("admin/roles", body).expect(422);
        refused.json().path("errors").forEach(error -> {
            String[] path = error.path("pointer").asText().split("/", 6);
            ((Map<?, ?>) ((Map<?, ?>) objects.get(path[3])).get("fields")).remove(path[5]);
        });
        String name =
                owner.post("admin/roles", body).expect(201).json().path("name").asText();
        made.add("admin/roles/" + name);
        return name;
    }

    @Test
    void aTeamAManagerARuleAndAShareWidenWhatIsSeen() {
        String theirs = account(mate, "Shared " + word);
        become(scoutId, role(rights("subtree", "own", "none")));
        awaitRole(scout, theirs);

        Answer team = owner.post("admin/teams", Map.of("name", "T " + word, "members", List.of(scoutId, mateId)))
                .expect(201);
        sees(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Lyon")).expectProblem(403, "access-denied");
        owner.delete("admin/teams/" + team.id() + "?version=1").expect(204);
        awaitRole(scout, theirs);

        owner.patch("admin/people/" + mateId, Map.of("manager", scoutId)).expect(200);
        sees(theirs);
        assertThat(owner.patch("admin/people/" + scoutId, Map.of("manager", mateId))
                        .expect(422)
                        .errors())
                .containsExactly("/manager manager.circle");
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("manager", null);
        owner.patch("admin/people/" + mateId, nobody).expect(200);
        awaitRole(scout, theirs);

        Answer rule = owner.post(
                        "admin/sharing-rules",
                        Map.of(
                                "name",
                                "R " + word,
                                "object",
                                "accounts",
                                "source",
                                Map.of("kind", "member", "name", mateId),
                                "grantee",
                                Map.of("kind", "member", "name", scoutId),
                                "level",
                                "edit"))
                .expect(201);
        sees(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Lyon")).expect(200);
        scout.delete("accounts/" + theirs).expectProblem(403, "access-denied");
        owner.delete("admin/sharing-rules/" + rule.id()).expect(204);
        awaitRole(scout, theirs);

        String shares = "accounts/" + theirs + "/shares";
        mate.put(shares, Map.of("grantee", Map.of("kind", "member", "name", scoutId), "level", "read"))
                .expect(200);
        sees(theirs);
        assertThat(ids(scout, "accounts?q=" + word)).containsExactly(theirs);
        assertThat(scout.get("search?q=" + word).text()).contains(theirs);
        scout.patch("accounts/" + theirs, Map.of("description", "Nice")).expectProblem(403, "access-denied");
        scout.put(shares, Map.of("grantee", Map.of("kind", "member", "name", scoutId), "level", "edit"))
                .expectProblem(403, "access-denied");
        mate.put(shares, Map.of("grantee", Map.of("kind", "member", "name", scoutId), "level", "edit"))
                .expect(200);
        await().atMost(SOON)
                .untilAsserted(() -> scout.patch("accounts/" + theirs, Map.of("description", "Nice"))
                        .expect(200));
        mate.delete(shares + "/member/" + scoutId).expect(204);
        awaitRole(scout, theirs);
    }

    @Test
    void whatARoleMayNotDoWithAnObjectIsRefused() {
        String account = account(mate, "Refused " + word);
        Map<String, Object> rights = rights("all", "none", "none");
        rights.putAll(Map.of("create", false, "export", false, "import", false));
        become(scoutId, role(rights));
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
        Map<String, Object> administering = rights("all", "all", "all");
        String people = role(administering, List.of("administer"));
        become(scoutId, people);
        await().atMost(SOON).untilAsserted(() -> scout.get("admin/people").expect(200));
        scout.post("admin/roles", Map.of("label", "X " + word, "rights", Map.of()))
                .expectProblem(403, "access-denied");
        scout.patch("admin/people/" + mateId, Map.of("role", "ADMIN")).expectProblem(403, "access-denied");
        scout.patch("admin/people/" + mateId, Map.of("role", people)).expectProblem(403, "access-denied");
        scout.patch("admin/people/" + mateId, Map.of("role", "READ_ONLY")).expect(200);
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

    private void awaitRole(Api api, String hidden) {
        await().atMost(SOON).untilAsserted(() -> api.get("accounts/" + hidden).expectProblem(404, "not-found"));
    }

    private String account(Api api, String name) {
        return api.post("accounts", Map.of("name", name)).expect(201).id();
    }

    private void become(String person, String role) {
        owner.patch("admin/people/" + person, Map.of("role", role)).expect(200);
    }

    /** Rights to all objects; with those that everybody works by everything is allowed. */
    private static Map<String, Object> rights(String read, String update, String delete) {
        return new HashMap<>(Map.of(
                "read", read, "create", true, "update", update, "delete", delete, "export", true, "import", true));
    }

    private String role(Map<String, Object> rights) {
        return role(rights, List.of("edit_in_bulk", "merge", "share_records"));
    }

    private String role(Map<String, Object> rights, List<String> features) {
        Map<String, Object> plain = new HashMap<>(rights);
        plain.remove("fields");
        Map<String, Object> tree =
                new HashMap<>(Map.of("features", features, "otherwise", plain, "common", rights("all", "all", "all")));
        tree.put("objects", Map.of("account", rights));
        String name = owner.post("admin/roles", Map.of("label", "Role " + Samples.word(), "rights", tree))
                .expect(201)
                .json()
                .path("name")
                .asText();
        made.add("admin/roles/" + name);
        return name;
    }

    private String idOf(String email) {
        return owner.all("admin/people").stream()
                .filter(person -> person.path("email").asText().equals(email))
                .map(person -> person.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Api api, String address) {
        List<String> ids = new ArrayList<>();
        api.get(address)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
