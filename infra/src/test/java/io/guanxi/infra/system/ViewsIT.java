package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Saved views over REST: who sees and changes them, what they may hold, and that lists by them show what they say. */
@SystemTest
class ViewsIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api owner;
    private final Api sales;
    private final String word = Samples.word();

    ViewsIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        owner = system.person("owner@acme.example");
        sales = system.person("sales@acme.example");
    }

    @Test
    void aListByAViewShowsWhatTheViewFindsInItsOrder() {
        String small = account("A " + word, 5);
        String large = account("B " + word, 500);
        account("C " + Samples.word(), 500);
        String view = view(sales, Map.of("filter", "name==A*,name==\"B " + word + "\"", "sort", "-name"));
        assertThat(ids(sales.get("accounts?view=" + view + "&q=" + word))).containsExactly(large, small);
        assertThat(ids(sales.get("accounts?view=" + view + "&sort=name&q=" + word)))
                .containsExactly(small, large);
        assertThat(ids(sales.get("accounts?view=" + view + "&filter=employees=gt=10&q=" + word)))
                .containsExactly(large);
        sales.get("contacts?view=" + view).expectProblem(404, "not-found");
    }

    @Test
    void shippedViewsAreListedByTheirName() {
        String mine = sales.post("accounts", Map.of("name", word)).expect(201).id();
        assertThat(ids(sales.get("accounts?view=mine&q=" + word))).containsExactly(mine);
        assertThat(ids(owner.get("accounts?view=mine&q=" + word))).isEmpty();
    }

    @Test
    void aPrivateViewIsItsOwnersAlone() {
        String view = view(sales, Map.of());
        sales.get("views/" + view).expect(200);
        owner.get("views/" + view).expectProblem(404, "not-found");
        owner.patch("views/" + view, Map.of("name", "x")).expectProblem(404, "not-found");
        owner.delete("views/" + view).expectProblem(404, "not-found");
        assertThat(owner.get("views?object=accounts").text()).doesNotContain(view);
    }

    @Test
    void aSharedViewIsSeenByAllAndChangedByItsOwnerAndAdmins() {
        String ofOwner = view(owner, Map.of("shared", true));
        assertThat(sales.get("views?object=accounts").expect(200).text()).contains(ofOwner);
        assertThat(sales.get("views/" + ofOwner).json().path("editable").asBoolean())
                .isFalse();
        sales.patch("views/" + ofOwner, Map.of("name", "Mine now")).expectProblem(403, "access-denied");
        sales.delete("views/" + ofOwner).expectProblem(403, "access-denied");
        String ofSales = view(sales, Map.of("shared", true));
        owner.patch("views/" + ofSales, Map.of("name", "Better " + word)).expect(200);
        assertThat(sales.get("views/" + ofSales).json().path("name").asText()).isEqualTo("Better " + word);
        owner.delete("views/" + ofSales).expect(204);
        sales.get("views/" + ofSales).expectProblem(404, "not-found");
    }

    @Test
    void whoMayNotWriteRecordsMayKeepViewsButNotShareThem() {
        Api reader = Newcomers.readOnlyPerson(system);
        view(reader, Map.of());
        reader.post("views", input(Map.of("shared", true))).expectProblem(403, "access-denied");
    }

    @Test
    void twoWhoChangeAViewAtOnceLearnOfEachOther() {
        Answer made = sales.post("views", input(Map.of())).expect(201);
        sales.request("PATCH", "views/" + made.id())
                .header("If-Match", "\"v1\"")
                .body("application/merge-patch+json", "{\"sort\":\"name\"}")
                .send()
                .expect(200);
        sales.request("PATCH", "views/" + made.id())
                .header("If-Match", "\"v1\"")
                .body("application/merge-patch+json", "{\"sort\":\"-name\"}")
                .send()
                .expectProblem(412, "stale-record");
    }

    @Test
    void everythingThatIsWrongWithAViewIsToldWithItsPlace() {
        String deep = "(".repeat(100) + "name==a" + ")".repeat(100);
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("object", "accounts");
        wrong.put("name", "");
        wrong.put("filter", deep);
        wrong.put("sort", "description");
        wrong.put("groupBy", "name");
        wrong.put("columns", List.of(Map.of("field", "name"), Map.of("field", "name"), Map.of("field", "nowhere")));
        wrong.put("colours", List.of(Map.of("filter", "employees=gt=many", "colour", "red")));
        wrong.put("form", "board");
        wrong.put("formField", "name");
        String problem =
                sales.post("views", wrong).expectProblem(422, "invalid-record").text();
        assertThat(problem)
                .contains("\"/name\"", "\"/filter\"", "query.tooDeep", "\"/sort\"", "query.notSortable")
                .contains("\"/groupBy\"", "\"/columns/1/field\"", "\"/columns/2/field\"")
                .contains("\"/colours/0/filter\"", "\"/formField\"");
    }

    @Test
    void aViewTellsWhichOfItsFieldsAreGone() {
        String field = owner.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", "text", "labels", Map.of("en", word)))
                .expect(201)
                .id();
        String name = "custom." + word;
        String view = view(sales, Map.of("filter", name + "==a;name==b", "columns", List.of(Map.of("field", name))));
        owner.delete("admin/objects/accounts/fields/" + field).expect(204);
        assertThat(sales.get("views/" + view).json().path("missing").toString()).contains(name);
        sales.get("accounts?view=" + view).expectProblem(400, "invalid-query");
    }

    @Test
    void filtersAskForPeriodsInTheCallersTimeZone() {
        String account = account("A " + word, 5);
        assertThat(ids(acme.get("accounts?q=" + word + "&filter=createdAt=within=last-30-days")))
                .containsExactly(account);
        assertThat(ids(acme.get("accounts?q=" + word + "&filter=createdAt=within=next-week")))
                .isEmpty();
        assertThat(ids(acme.get("accounts?q=" + word + "&filter=createdAt=ge=today-1")))
                .containsExactly(account);
        acme.get("accounts?filter=createdAt=within=soon").expectProblem(400, "invalid-query");
        acme.get("accounts?filter=name=within=today").expectProblem(400, "invalid-query");
    }

    private String account(String name, int employees) {
        return acme.post("accounts", Map.of("name", name, "description", word, "employees", employees))
                .expect(201)
                .id();
    }

    private String view(Api api, Map<String, Object> more) {
        return api.post("views", input(more)).expect(201).id();
    }

    private Map<String, Object> input(Map<String, Object> more) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("object", "accounts");
        input.put("name", "View " + word);
        input.putAll(more);
        return input;
    }

    private static List<String> ids(Answer list) {
        return list.expect(200).json().path("items").findValuesAsText("id");
    }
}
