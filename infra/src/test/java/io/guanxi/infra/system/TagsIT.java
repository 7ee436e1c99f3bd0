package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tags are the same on every object that has them: set, found, kept in the history, and never another tenant's. */
@SystemTest
class TagsIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api globex;
    private final String vip = Samples.word();
    private final String key = Samples.word();

    TagsIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void recordsAreFoundByTheirTags() {
        String both = account(List.of(vip, key));
        String one = account(List.of(key));
        String none = account(List.of());
        assertThat(ids("accounts?filter=tags==" + vip)).containsExactly(both);
        assertThat(ids("accounts?filter=tags=in=(" + vip + "," + key + ")")).containsExactlyInAnyOrder(both, one);
        assertThat(ids("accounts?filter=tags==" + vip + ";tags==" + key)).containsExactly(both);
        assertThat(ids("accounts?limit=200&filter=tags!=" + vip))
                .contains(one, none)
                .doesNotContain(both);
        assertThat(ids("accounts?limit=200&filter=tags=empty=true"))
                .contains(none)
                .doesNotContain(both, one);
        assertThat(ids("accounts?q=" + vip)).containsExactly(both);
        acme.request("GET", "accounts?filter=tags=gt=a").send().expectProblem(400, "invalid-query");
    }

    @Test
    void aTagIsTheSameWhateverItsCaseAndOnEveryObject() {
        String account = account(List.of(vip));
        Answer contact = acme.post(
                        "contacts", Map.of("lastName", vip, "tags", List.of(vip.toUpperCase(java.util.Locale.ROOT))))
                .expect(201);
        assertThat(texts(contact.json().path("tags"))).containsExactly(vip);
        assertThat(ids("tags?filter=name==" + vip)).hasSize(1);
        assertThat(ids("contacts?filter=tags==" + vip)).containsExactly(contact.id());
        assertThat(ids("accounts?filter=tags==" + vip)).containsExactly(account);
        acme.post("tags", Map.of("name", vip.toUpperCase(java.util.Locale.ROOT)))
                .expectProblem(422, "invalid-record");
    }

    @Test
    void changesOfTagsStandInTheHistoryAndARenamedTagIsRenamedEverywhere() {
        String account = account(List.of(vip));
        acme.patch("accounts/" + account, Map.of("tags", List.of(vip, key))).expect(200);
        JsonNode change =
                acme.get("accounts/" + account + "/history").expect(200).json().at("/items/0/changes/0");
        assertThat(change.path("field").asText()).isEqualTo("tags");
        assertThat(texts(change.path("before"))).containsExactly(vip);
        assertThat(texts(change.path("after"))).containsExactly(vip, key);
        String tag = ids("tags?filter=name==" + key).get(0);
        acme.patch("tags/" + tag, Map.of("name", key + " new")).expect(200);
        assertThat(texts(acme.get("accounts/" + account).json().path("tags"))).containsExactly(vip, key + " new");
        acme.delete("tags/" + tag).expect(204);
        assertThat(texts(acme.get("accounts/" + account).json().path("tags"))).containsExactly(vip);
        acme.post("tags/" + tag + "/restore", "").expect(200);
        assertThat(texts(acme.get("accounts/" + account).json().path("tags"))).hasSize(2);
    }

    @Test
    void ofTheExclusiveTagsOfAGroupARecordHasOne() {
        for (String name : List.of(vip, key)) {
            acme.post("tags", Map.of("name", name, "tagGroup", "G" + vip, "exclusive", true))
                    .expect(201);
        }
        Answer refused = acme.post("accounts", Map.of("name", "x", "tags", List.of(vip, key)))
                .expectProblem(422, "invalid-record");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("tag.exclusive");
    }

    @Test
    void whoMayNotMakeTagsUsesThoseThatAreThere() {
        account(List.of(vip));
        String client = Samples.word();
        Api narrow = Newcomers.client(system, client, "accounts:read accounts:write");
        Answer refused = narrow.post("accounts", Map.of("name", "x", "tags", List.of(vip, key)))
                .expectProblem(422, "invalid-record");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/tags/1");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("tag.unknown");
        narrow.post("accounts", Map.of("name", "x", "tags", List.of(vip))).expect(201);
    }

    @Test
    void anotherTenantHasTagsOfItsOwn() {
        account(List.of(vip));
        assertThat(globex.get("accounts?filter=tags==" + vip).expect(200).json().path("items"))
                .isEmpty();
        Answer own = globex.post("accounts", Map.of("name", "x", "tags", List.of(vip)))
                .expect(201);
        assertThat(ids("accounts?filter=tags==" + vip)).hasSize(1).doesNotContain(own.id());
    }

    private String account(List<String> tags) {
        return acme.post("accounts", Map.of("name", "Tagged", "tags", tags))
                .expect(201)
                .id();
    }

    private List<String> ids(String address) {
        return acme.get(address).expect(200).json().path("items").findValuesAsText("id");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
