package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class CustomFieldIT {

    private static final String FIELDS = "admin/objects/accounts/fields";

    private final Api admin;
    private final Api acme;
    private final Api globex;
    private final Api globexAdmin;
    private final String word = Samples.word();
    private final List<String> made = new ArrayList<>();

    CustomFieldIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
        globexAdmin = system.person("owner@globex.example");
    }

    @AfterEach
    void takeTheFieldsAway() {
        made.forEach(id -> admin.delete(FIELDS + "/" + id));
    }

    @Test
    void aNewFieldIsThereAtOnceForTheTenantAndForNobodyElse() {
        field("text", Map.of());
        Answer created = acme.post("accounts", account("A-1")).expect(201);
        assertThat(created.json().at("/custom/" + word).asText()).isEqualTo("A-1");
        assertThat(read(created.id())).isEqualTo("A-1");
        assertThat(document(acme)).contains(word);
        assertThat(document(globex)).doesNotContain(word);
        globex.post("accounts", account("A-1")).expectProblem(422, "invalid-record");
        globex.get("accounts?filter=custom." + word + "==A-1").expectProblem(400, "invalid-query");
        assertThat(globexAdmin.get(FIELDS).expect(200).json().toString()).doesNotContain(word);
    }

    @ParameterizedTest
    @CsvSource({
        "text, \"Straße 1\"",
        "longText, \"one\\ntwo\"",
        "integer, 42",
        "decimal, 12.5",
        "percent, 12.5",
        "time, \"14:30\"",
        "richText, \"<p>one <strong>two</strong></p>\"",
        "boolean, true",
        "date, \"2026-10-27\"",
        "instant, \"2026-10-27T02:30:00Z\"",
        "email, \"anna@example.com\"",
        "phone, \"+4930901820\"",
        "url, \"https://example.com/a\"",
    })
    void aValueOfEveryKindIsKeptChangedAndCleared(String type, String json) throws Exception {
        field(type, Map.of());
        Object value = new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, Object.class);
        String id = acme.post("accounts", account(value)).expect(201).id();
        assertThat(acme.get("accounts/" + id)
                        .expect(200)
                        .json()
                        .at("/custom/" + word)
                        .toString())
                .isEqualTo(json);
        acme.patch("accounts/" + id, Map.of("description", "else")).expect(200);
        assertThat(acme.get("accounts/" + id).json().at("/custom/" + word).toString())
                .isEqualTo(json);
        acme.patch("accounts/" + id, Map.of("custom", Collections.singletonMap(word, null)))
                .expect(200);
        assertThat(acme.get("accounts/" + id).json().at("/custom/" + word).isNull())
                .isTrue();
        String history = acme.get("accounts/" + id + "/history").expect(200).text();
        assertThat(history).contains("custom." + word);
    }

    @Test
    void severalChoicesAreKeptInTheOrderOfTheOptionsAndFoundByEachOfThem() {
        List<Map<String, Object>> options = List.of(choice("north"), choice("south"), choice("west"));
        define(word, "multiChoice", Map.of("choices", options));
        String both = acme.post("accounts", account(List.of("south", "north", "south")))
                .expect(201)
                .id();
        String west =
                acme.post("accounts", account(List.of("west"))).expect(201).id();
        String none = acme.post("accounts", Map.of("name", word)).expect(201).id();
        assertThat(acme.get("accounts/" + both).json().at("/custom/" + word).toString())
                .isEqualTo("[\"north\",\"south\"]");
        assertThat(found("filter=custom." + word + "==south")).containsExactly(both);
        assertThat(found("filter=custom." + word + "=in=(north,west)")).containsExactlyInAnyOrder(both, west);
        assertThat(found("filter=name==" + word + ";custom." + word + "=out=(north)"))
                .containsExactlyInAnyOrder(west, none);
        assertThat(found("filter=name==" + word + ";custom." + word + "=empty=true"))
                .containsExactly(none);
        acme.patch("accounts/" + both, account(List.of("west"))).expect(200);
        assertThat(found("filter=custom." + word + "==south")).isEmpty();
        acme.get("accounts?sort=custom." + word).expectProblem(400, "invalid-query");
        assertPointer(acme.post("accounts", account(List.of("east"))), "/custom/" + word + "/0");
    }

    private static Map<String, Object> choice(String value) {
        return Map.of("value", value, "labels", Map.of("en", value));
    }

    @Test
    void richTextLosesWhateverCouldRun() {
        field("richText", Map.of());
        String id = acme.post(
                        "accounts",
                        account("<p onclick=\"alert(1)\">Hello <script>alert(2)</script>"
                                + "<a href=\"javascript:alert(3)\">there</a><img src=x onerror=alert(4)></p>"))
                .expect(201)
                .id();
        assertThat(read(id)).contains("Hello", "there").doesNotContain("alert", "script", "img", "onclick");
    }

    @Test
    void moneyAndReferencesArePossibleToo() {
        field("money", Map.of());
        String id = acme.post("accounts", account(Map.of("amount", "12.50", "currency", "EUR")))
                .expect(201)
                .id();
        JsonNode money = acme.get("accounts/" + id).json().at("/custom/" + word);
        assertThat(money.path("amount").asText()).isEqualTo("12.50");
        assertThat(money.path("currency").asText()).isEqualTo("EUR");
        String link = word + "b";
        define(link, "reference", Map.of("reference", "account"));
        acme.patch("accounts/" + id, Map.of("custom", Map.of(link, id))).expect(200);
        Answer refused = acme.patch("accounts/" + id, Map.of("custom", Map.of(link, "0SA95800R0000")));
        assertPointer(refused, "/custom/" + link);
    }

    @Test
    void listsAreFilteredAndSortedByIt() {
        field("integer", Map.of());
        Map<Integer, String> ids = new HashMap<>();
        for (int number : new int[] {10, 9, -3, 100}) {
            ids.put(number, acme.post("accounts", account(number)).expect(201).id());
        }
        String empty = acme.post("accounts", Map.of("name", word)).expect(201).id();
        assertThat(found("filter=custom." + word + "==10")).containsExactly(ids.get(10));
        assertThat(found("filter=custom." + word + "=gt=9&sort=custom." + word))
                .containsExactly(ids.get(10), ids.get(100));
        assertThat(found("filter=name==" + word + "&sort=custom." + word))
                .containsExactly(ids.get(-3), ids.get(9), ids.get(10), ids.get(100), empty);
        assertThat(found("filter=name==" + word + "&sort=-custom." + word))
                .containsExactly(ids.get(100), ids.get(10), ids.get(9), ids.get(-3), empty);
        assertThat(found("filter=name==" + word + ";custom." + word + "=out=(9,10)"))
                .containsExactlyInAnyOrder(ids.get(-3), ids.get(100), empty);
        assertThat(found("filter=name==" + word + ";custom." + word + "=empty=true"))
                .containsExactly(empty);
        acme.delete("accounts/" + ids.get(10));
        assertThat(found("filter=custom." + word + "==10")).isEmpty();
    }

    @Test
    void pagesOfASortedListSkipAndRepeatNothing() {
        field("text", Map.of());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.add(acme.post("accounts", account("v" + i / 2)).expect(201).id());
        }
        for (int i = 0; i < 4; i++) {
            expected.add(acme.post("accounts", Map.of("name", word)).expect(201).id());
        }
        List<String> walked =
                acme.all("accounts?limit=2&fields=name&filter=name==" + word + "&sort=custom." + word).stream()
                        .map(item -> item.path("id").asText())
                        .toList();
        assertThat(walked).containsExactlyElementsOf(expected);
    }

    @Test
    void choicesAreCheckedAndWorded() {
        field(
                "choice",
                Map.of(
                        "choices",
                        List.of(
                                Map.of("value", "gold", "labels", Map.of("en", "Gold", "zh-CN", "金牌")),
                                Map.of("value", "tin", "labels", Map.of("en", "Tin")))));
        String id = acme.post("accounts", account("gold")).expect(201).id();
        assertPointer(acme.post("accounts", account("silver")), "/custom/" + word);
        assertThat(found("filter=custom." + word + "=in=(gold,tin)")).containsExactly(id);
    }

    @Test
    void aRequiredFieldMustBeFilledAndADefaultFillsIt() {
        String field = field("text", Map.of("required", true));
        assertPointer(acme.post("accounts", Map.of("name", word)), "/custom/" + word);
        admin.request("PATCH", FIELDS + "/" + field)
                .mergePatch(Map.of("defaultValue", "usual"))
                .send()
                .expect(200);
        String id = acme.post("accounts", Map.of("name", word)).expect(201).id();
        assertThat(read(id)).isEqualTo("usual");
    }

    @Test
    void ofManyWithOneUniqueValueOneIsKept() throws Exception {
        field("text", Map.of("unique", true));
        List<Callable<Answer>> calls = Collections.nCopies(6, () -> acme.post("accounts", account("K-1")));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses)
                .containsOnlyOnce(201)
                .allMatch(status -> List.of(201, 409, 422, 503).contains(status));
        String kept = found("filter=custom." + word + "==K-1").get(0);
        assertPointer(acme.post("accounts", account("k-1")), "/custom/" + word);
        acme.delete("accounts/" + kept).expect(204);
        acme.post("accounts", account("K-1")).expect(201);
    }

    @Test
    void itsWordsAreSearchedAndItsColumnIsImported() {
        field("text", Map.of());
        String secret = Samples.word();
        JsonNode done = ImportJob.submit(acme, "", "name;" + word + "\n" + word + ";" + secret + "\n")
                .success();
        assertThat(done.path("created").asInt()).isEqualTo(1);
        List<String> found = found("q=" + secret);
        assertThat(found).hasSize(1);
        assertThat(read(found.get(0))).isEqualTo(secret);
    }

    @Test
    void aFieldTakenAwayTakesItsValuesAlongAndItsNameIsFreeAgain() {
        String field = field("text", Map.of());
        String id = acme.post("accounts", account("old")).expect(201).id();
        admin.delete(FIELDS + "/" + field).expect(204);
        assertThat(acme.get("accounts/" + id)
                        .expect(200)
                        .json()
                        .at("/custom/" + word)
                        .isMissingNode())
                .isTrue();
        acme.get("accounts?filter=custom." + word + "==old").expectProblem(400, "invalid-query");
        field("integer", Map.of());
        assertThat(acme.get("accounts/" + id).json().at("/custom/" + word).isNull())
                .isTrue();
    }

    @Test
    void theValuesOfAFieldTakenAwayGoWithAJob() {
        String field = field("text", Map.of());
        acme.post("accounts", account("one")).expect(201);
        acme.post("accounts", account("two")).expect(201);
        admin.delete(FIELDS + "/" + field).expect(204);
        assertThat(admin.get(FIELDS).expect(200).text()).doesNotContain(field);
        admin.delete(FIELDS + "/" + field).expect(404);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> admin.get("jobs").expect(200).json().path("items").findParents("fileName").stream()
                        .anyMatch(job -> job.path("fileName").asText().equals("custom." + word)
                                && job.path("status").asText().equals("succeeded")
                                && job.path("updated").asInt() == 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "select", "Name", "1st", "a b", "name", "ünï", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx"
            })
    void namesThatCannotBeAreRefusedAtTheirPlace(String name) {
        assertPointer(
                admin.post(FIELDS, Map.of("name", name, "type", "text", "labels", Map.of("en", "Label"))), "/name");
    }

    @Test
    void everythingWrongWithADefinitionIsTold() {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", "select");
        definition.put("type", "choice");
        definition.put("labels", Map.of("en", "x".repeat(10_000)));
        definition.put("choices", List.of(Map.of("value", "A B", "labels", Map.of("en", "A"))));
        Answer answer = admin.post(FIELDS, definition);
        assertPointer(answer, "/name");
        assertPointer(answer, "/labels/en");
        assertPointer(answer, "/choices/0/value");
        assertPointer(admin.post(FIELDS, Map.of("name", word, "type", "magic", "labels", Map.of("en", "x"))), "/type");
        assertPointer(
                admin.post(
                        FIELDS,
                        Map.of("name", word, "type", "integer", "labels", Map.of("en", "x"), "defaultValue", "many")),
                "/defaultValue");
        assertThat(admin.get(FIELDS).json().toString()).doesNotContain(word);
    }

    @Test
    void onlyAdminsShapeObjects() {
        acme.get(FIELDS).expectProblem(403, "access-denied");
        acme.post(FIELDS, Map.of()).expectProblem(403, "access-denied");
    }

    private String field(String type, Map<String, Object> more) {
        return define(word, type, more);
    }

    private String define(String name, String type, Map<String, Object> more) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.put("name", name);
        definition.put("type", type);
        definition.put("labels", Map.of("en", "Label " + name, "zh-CN", "标签 " + name));
        String id = admin.post(FIELDS, definition).expect(201).id();
        made.add(id);
        return id;
    }

    private Map<String, Object> account(Object value) {
        return Map.of("name", word, "custom", Map.of(word, value));
    }

    private String read(String id) {
        return acme.get("accounts/" + id)
                .expect(200)
                .json()
                .at("/custom/" + word)
                .asText();
    }

    private List<String> found(String query) {
        return acme.all("accounts?fields=name&" + query).stream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static String document(Api api) {
        return api.get("openapi.json").expect(200).text();
    }

    private static void assertPointer(Answer answer, String pointer) {
        List<String> pointers = new ArrayList<>();
        answer.expect(422)
                .json()
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asText()));
        assertThat(pointers).contains(pointer);
    }
}
