package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who and what is around an account or a contact. */
@SystemTest
class PeopleAroundIT {

    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    PeopleAroundIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void anAccountHasCompaniesAboveAndBelowPeopleAndTheirOtherCompanies() {
        String parent = account("Parent", null);
        String account = account("Middle", parent);
        String child = account("Child", account);
        String other = account("Other", null);
        String decider = contact("Zed", account, "decision_maker");
        String user = contact("Ann", account, "user");
        String adviser = contact("Mia", other, null);
        affiliation(adviser, account, "adviser", null);
        affiliation(decider, other, "board", null);
        affiliation(user, parent, "former", "2020-01-31");
        JsonNode around =
                acme.get("accounts/" + account + "/people").expect(200).json();
        assertThat(ties(around))
                .containsExactly(
                        "parent " + parent,
                        "child " + child,
                        "contact " + decider,
                        "contact " + user,
                        "affiliate " + adviser,
                        "affiliation " + other);
        JsonNode last = around.path("items").get(5);
        assertThat(last.path("via").asText()).isEqualTo(decider);
        assertThat(last.path("kind").asText()).isEqualTo("board");
        assertThat(around.path("more")).isEmpty();
        JsonNode ofContact =
                acme.get("contacts/" + decider + "/people").expect(200).json();
        assertThat(ties(ofContact)).containsExactly("employer " + account, "affiliation " + other, "colleague " + user);
        assertThat(ofContact.path("items").get(2).path("via").asText()).isEqualTo(account);
        globex.get("accounts/" + account + "/people").expectProblem(404, "not-found");
        globex.get("contacts/" + decider + "/people").expectProblem(404, "not-found");
    }

    @Test
    void ofManyAFewAreToldAndHowManyMoreThereAre() {
        String account = account("Big", null);
        for (int i = 0; i < 11; i++) {
            contact("Many" + i, account, null);
        }
        JsonNode around =
                acme.get("accounts/" + account + "/people").expect(200).json();
        assertThat(around.path("items")).hasSize(8);
        assertThat(around.at("/more/contact").asInt()).isEqualTo(3);
        assertThat(acme.get("accounts/" + account("Alone", null) + "/people")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static List<String> ties(JsonNode around) {
        return around.findParents("tie").stream()
                .map(one -> one.path("tie").asText() + " " + one.path("id").asText())
                .toList();
    }

    private String account(String name, String parent) {
        return made("accounts", "name", name + " " + word, "parent", parent);
    }

    private String contact(String name, String account, String role) {
        return made("contacts", "lastName", name + " " + word, "account", account, "role", role);
    }

    private void affiliation(String contact, String account, String kind, String until) {
        made("affiliations", "title", "Tie", "contact", contact, "account", account, "kind", kind, "until", until);
    }

    private String made(String object, String... members) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                input.put(members[i], members[i + 1]);
            }
        }
        return acme.post(object, input).expect(201).id();
    }
}
