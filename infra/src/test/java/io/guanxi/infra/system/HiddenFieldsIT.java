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
import io.guanxi.infra.system.support.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fields that do not exist for a role, or are only read by it, in every place where there are fields. */
@SystemTest
class HiddenFieldsIT {

    private static final String HIDDEN = "annualRevenue";

    private final RunningSystem system;
    private final RoleTrial trial;
    private final Api owner;
    private final Api scout;
    private final String word = Samples.word();

    HiddenFieldsIT(RunningSystem system) {
        this.system = system;
        trial = new RoleTrial(system);
        owner = trial.owner;
        scout = trial.scout;
    }

    @AfterEach
    void putBack() {
        trial.putBack();
    }

    @Test
    void aFieldThatIsHiddenExistsNowhereForTheRole() {
        String account = trial.account(scout, "Field " + word);
        owner.patch(
                        "accounts/" + account,
                        Map.of(HIDDEN, Map.of("amount", "1234567.00", "currency", "USD"), "legalName", "Nick" + word))
                .expect(200);
        Map<String, Object> rights = RoleTrial.rights("all", "all", "all");
        rights.put("fields", Map.of(HIDDEN, "hidden", "legalName", "hidden", "description", "read"));
        trial.become(trial.scoutId, trial.role(rights));
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
        assertThat(RoleTrial.ids(scout, "accounts?q=Field%20" + word)).containsExactly(account);
        assertThat(RoleTrial.ids(owner, "accounts?q=Nick" + word)).containsExactly(account);
        assertThat(RoleTrial.ids(scout, "accounts?q=Nick" + word)).isEmpty();
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
        String other = RoleTrial.ids(owner, "accounts?q=Imported%20" + word).get(0);
        assertThat(owner.get("accounts/" + other)
                        .json()
                        .path(HIDDEN)
                        .path("amount")
                        .asText())
                .isNotEqualTo("99.00");
    }

    @Test
    void pagesStandWhereEverythingIsHiddenThatCanBe() {
        String account = trial.account(scout, "Bare " + word);
        String contact = scout.post("contacts", Map.of("lastName", "Bare " + word, "account", account))
                .expect(201)
                .id();
        Map<String, Object> objects = new HashMap<>();
        for (String object : List.of("account", "contact")) {
            Map<String, Object> rights = RoleTrial.rights("all", "all", "all");
            Map<String, String> fields = new HashMap<>();
            JsonNode schema = owner.get("openapi.json")
                    .json()
                    .at("/components/schemas/" + (object.equals("account") ? "Account" : "Contact") + "/properties");
            schema.fieldNames().forEachRemaining(field -> fields.put(field, "hidden"));
            rights.put("fields", fields);
            objects.put(object, rights);
        }
        String role = mostHidden(objects);
        trial.become(trial.scoutId, role);
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
        Map<String, Object> plain = RoleTrial.rights("all", "all", "all");
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
        trial.made(name);
        return name;
    }
}
