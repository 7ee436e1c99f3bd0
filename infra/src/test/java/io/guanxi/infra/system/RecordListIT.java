package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class RecordListIT {

    private final Api acme;
    private final Api globex;

    RecordListIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&sort=name", "&sort=-name", "&sort=createdAt", "&sort=-createdAt,name", "&sort=-city,name"})
    void pagesSkipAndRepeatNothingWhileAnotherWrites(String sort) {
        String word = Samples.word();
        List<String> ids = Samples.accounts(acme, word, 45);
        List<String> seen = new ArrayList<>();
        String next = "";
        for (int page = 0; next != null; page++) {
            JsonNode answer = acme.get("accounts?limit=7&fields=name&filter=name==" + word + "*" + sort + next)
                    .expect(200)
                    .json();
            seen.addAll(answer.path("items").findValuesAsText("id"));
            acme.post("accounts", Map.of("name", word + " 0000 newcomer " + page))
                    .expect(201);
            acme.post("accounts", Map.of("name", word + " 9999 newcomer " + page))
                    .expect(201);
            acme.patch("accounts/" + ids.get(page), Map.of("description", "changed meanwhile"))
                    .expect(200);
            next = answer.path("nextCursor").isNull()
                    ? null
                    : "&cursor=" + Api.encoded(answer.path("nextCursor").asText());
            assertThat(page).isLessThan(40);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
    }

    @ParameterizedTest
    @CsvSource({"name,name,false", "-name,name,true", "createdAt,createdAt,false", "-updatedAt,updatedAt,true"})
    void listsComeInTheOrderAskedFor(String sort, String field, boolean descending) {
        List<String> values =
                acme.all("accounts?limit=50&fields=" + field + "&sort=" + sort + "&filter=type==supplier").stream()
                        .map(item -> item.path(field).asText())
                        .toList();
        Comparator<String> order = field.equals("name") ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
        assertThat(values).hasSizeGreaterThan(2);
        assertThat(values.stream().map(RecordListIT::plain).toList())
                .isSortedAccordingTo(descending ? order.reversed() : order);
    }

    /** Blanks and signs have a place of their own in the product's order of names. */
    private static String plain(String value) {
        return java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
    }

    @Test
    void filtersNarrowByFieldsAndValues() {
        String word = Samples.word();
        List<String> ids = Samples.accounts(acme, word, 12);
        assertThat(names("filter=name==" + word + "*;employees=ge=3,name==" + word + "*;employees==1"))
                .hasSize(10);
        assertThat(names("filter=name=='" + word + " 0004'")).containsExactly(word + " 0004");
        assertThat(names("filter=name==" + word + "*;employees=in=(2,5)")).hasSize(2);
        assertThat(names("filter=name==" + word + "*;employees=out=(2,5)")).hasSize(10);
        acme.patch("accounts/" + ids.get(7), Map.of("type", "partner")).expect(200);
        assertThat(names("filter=name==" + word + "*;type==partner")).containsExactly(word + " 0007");
    }

    private List<String> names(String query) {
        return acme.all("accounts?fields=name&" + query.replace(" ", "%20").replace("'", "%27")).stream()
                .map(item -> item.path("name").asText())
                .toList();
    }

    @Test
    void whatIsUnknownOrNotAllowedIsRefusedByName() {
        assertRefused("filter=colour==red", "colour");
        assertRefused("filter=description==x", "description");
        assertRefused("filter=employees==many", "employees");
        assertRefused("filter=name==", "name");
        assertRefused("sort=website", "website");
        assertRefused("fields=name,colour", "colour");
        assertRefused("colour=red", "colour");
        assertRefused("limit=0", "limit");
        assertRefused("limit=201", "limit");
        assertRefused("count=perhaps", "count");
        assertRefused("limit=5&limit=6", "limit");
        assertRefused("cursor=nonsense", "ursor");
    }

    private void assertRefused(String query, String name) {
        Answer answer = acme.get("accounts?" + query).expectProblem(400, "invalid-query");
        assertThat(answer.json().path("detail").asText()).as(query).contains(name);
    }

    @Test
    void aCursorBelongsToTheListItCameFrom() {
        String cursor = acme.get("accounts?limit=2&sort=name")
                .expect(200)
                .json()
                .path("nextCursor")
                .asText();
        acme.get("accounts?limit=2&sort=-createdAt&cursor=" + Api.encoded(cursor))
                .expectProblem(400, "invalid-query");
    }

    @Test
    void wordsAreFoundInsideNames() {
        String word = Samples.word();
        String id = acme.post("accounts", Map.of("name", "Nord" + word + "manufactur GmbH"))
                .expect(201)
                .id();
        assertFound(acme, word.substring(3), id);
        assertFound(acme, word.substring(2, 9).toUpperCase(java.util.Locale.ROOT), id);
        assertFound(acme, "gmbh " + word, id);
        assertThat(found(acme, word + "qqq")).isEmpty();
    }

    @Test
    void accentsDoNotMatter() {
        String word = Samples.word();
        String id = acme.post("accounts", Map.of("name", "Société Générale d'Électricité " + word))
                .expect(201)
                .id();
        assertFound(acme, "electricite " + word, id);
        assertFound(acme, "générale " + word, id);
    }

    @Test
    void chineseIsFoundByCharactersByPinyinAndByInitials() {
        String id = globex.post("accounts", Map.of("name", "珠海鹭岛量子仪器有限公司"))
                .expect(201)
                .id();
        assertFound(globex, "量子", id);
        assertFound(globex, "liangzi", id);
        assertFound(globex, "zhldlzyq", id);
        List<JsonNode> electronics = globex.all("accounts?q=" + Api.encoded("电子"));
        assertThat(electronics).isNotEmpty();
        assertThat(electronics).allSatisfy(item -> assertThat(item.toString()).contains("电子"));
    }

    @Test
    void aPieceOfAPhoneNumberIsEnough() {
        String id = acme.post(
                        "accounts",
                        Map.of(
                                "name", Samples.word(),
                                "phones", List.of(Map.of("label", "work", "number", "+86 755 8373 9164"))))
                .expect(201)
                .id();
        assertFound(acme, "83739164", id);
        assertFound(acme, "8373 9164", id);
        assertFound(acme, "37391", id);
    }

    private static void assertFound(Api api, String text, String id) {
        assertThat(found(api, text)).as(text).contains(id);
    }

    private static Set<String> found(Api api, String text) {
        Set<String> ids = new HashSet<>();
        api.all("accounts?limit=200&fields=name&q=" + Api.encoded(text))
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void onlyTheFieldsAskedForAreSent() {
        JsonNode item = acme.get("accounts?limit=1&fields=id,name,country&filter=country==DE")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(item.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "version", "name", "country");
    }

    @Test
    void theTotalOfALongListKnowsEachRecordMoreAndLess() {
        String word = Samples.word();
        Samples.accounts(acme, word, 510);
        String list = "accounts?count=true&limit=1&filter=name==" + word + "*";
        assertThat(total(list)).isEqualTo(510);
        String id = acme.post("accounts", Map.of("name", word + " more"))
                .expect(201)
                .id();
        assertThat(total(list)).isEqualTo(511);
        assertThat(total(list)).isEqualTo(511);
        acme.delete("accounts/" + id).expect(204);
        assertThat(total(list)).isEqualTo(510);
    }

    private int total(String list) {
        return acme.get(list).expect(200).json().path("total").asInt();
    }

    @Test
    void theTotalIsCountedOnRequestOnly() {
        String word = Samples.word();
        Samples.accounts(acme, word, 9);
        assertThat(acme.get("accounts?limit=2&count=true&filter=name==" + word + "*")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(9);
        assertThat(acme.get("accounts?limit=2&filter=name==" + word + "*")
                        .json()
                        .has("total"))
                .isFalse();
    }
}
