package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.imports.ImportJob;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record of an object that a company has made lives as any other does. */
@SystemTest
class CustomObjectIT {

    private static final String OBJECTS = "admin/objects";

    private final Api acme;
    private final Api globex;
    private final Api partner;
    private final Database database;
    private final String word = Samples.word();
    private final String path = word + "s";
    private final List<String> made = new ArrayList<>();

    CustomObjectIT(RunningSystem system) {
        acme = system.person("owner@acme.example");
        globex = system.person("owner@globex.example");
        partner = system.partner("acme-partner");
        database = system.database();
    }

    @AfterEach
    void takeTheObjectsAway() {
        for (int i = made.size() - 1; i >= 0; i--) {
            acme.delete(OBJECTS + "/" + made.get(i));
            globex.delete(OBJECTS + "/" + made.get(i));
        }
    }

    @Test
    void aNewObjectIsThereAtOnceWithEverythingThatObjectsHave() {
        object(acme, word, Map.of());
        field(path, "rent", "decimal", Map.of());
        Answer created = acme.post(path, Map.of("name", "Quay 1 " + word, "custom", Map.of("rent", 900)))
                .expect(201);
        String other = record(path, "Quay 2", 1200);
        assertThat(created.header("ETag")).isNotEmpty();
        assertThat(created.json().path("owner").asText()).isNotEmpty();
        assertThat(found(path, "filter=custom.rent=gt=1000")).containsExactly(other);
        assertThat(found(path, "sort=-custom.rent")).containsExactly(other, created.id());
        assertThat(found(path, "sort=-name")).containsExactly(other, created.id());
        assertThat(found(path, "q=" + word)).containsExactly(created.id());
        acme.patch(path + "/" + other, Map.of("custom", Map.of("rent", 1300), "tags", List.of("Harbour")))
                .expect(200);
        assertThat(found(path, "filter=tags==Harbour")).containsExactly(other);
        assertThat(acme.get(path + "/" + other + "/history").expect(200).text()).contains("custom.rent", "1300");
        acme.delete(path + "/" + other).expect(204);
        acme.get(path + "/" + other).expectProblem(404, "not-found");
        assertThat(found(path, "deleted=true")).containsExactly(other);
        acme.post(path + "/" + other + "/restore", "").expect(200);
        Answer bulk = acme.post(
                        path + "/bulk", List.of(Map.of("op", "update", "id", other, "data", Map.of("name", "Quay 3"))))
                .expect(200);
        assertThat(bulk.text()).contains(other);
        acme.post("documents", Map.of("name", "Plan", "relatedObject", path, "relatedId", other))
                .expect(201);
        String document = acme.get("openapi.json").expect(200).text();
        assertThat(document).contains("/v1/" + path + "/{id}", "Label " + word);
    }

    @Test
    void anotherSystemsIdAndFilesLeadToTheSameRecords() {
        object(acme, word, Map.of());
        field(path, "rent", "integer", Map.of());
        String upserted = acme.put(path + "/by-external-id/erp/7", Map.of("name", "One"))
                .expect(201)
                .id();
        assertThat(acme.put(path + "/by-external-id/erp/7", Map.of("name", "Uno"))
                        .expect(200)
                        .id())
                .isEqualTo(upserted);
        byte[] file = "name;Label rent\nUno;5\nTwo;6\n".getBytes(StandardCharsets.UTF_8);
        JsonNode done =
                ImportJob.submit(acme, path, "&mode=upsert&key=name", file).success();
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(done.path("updated").asInt()).isEqualTo(1);
        assertThat(done.path("object").asText()).isEqualTo(path);
        assertThat(acme.get(path + "/" + upserted).json().at("/custom/rent").asInt())
                .isEqualTo(5);
    }

    @Test
    void recordsOfOneObjectAreNotThoseOfAnother() {
        object(acme, word, Map.of());
        object(acme, word + "b", Map.of());
        String second = word + "bs";
        String id = record(path, "Mine");
        acme.put(path + "/by-external-id/erp/1", Map.of("name", "Known")).expect(201);
        acme.get(second + "/" + id).expectProblem(404, "not-found");
        acme.patch(second + "/" + id, Map.of("name", "x")).expectProblem(404, "not-found");
        acme.get(second + "/" + id + "/history").expectProblem(404, "not-found");
        acme.delete(second + "/" + id).expectProblem(404, "not-found");
        assertThat(found(second, "q=Mine")).isEmpty();
        assertThat(acme.get(second + "?count=true").json().path("total").asInt(-1))
                .isZero();
        acme.put(second + "/by-external-id/erp/1", Map.of("name", "Other")).expect(201);
        field(path, "peer", "reference", Map.of("reference", word));
        String foreign = record(second, "Foreign");
        assertPointer(acme.patch(path + "/" + id, Map.of("custom", Map.of("peer", foreign))), "/custom/peer");
        acme.patch(path + "/" + id, Map.of("custom", Map.of("peer", id))).expect(200);
        acme.delete(path + "/" + id).expect(204);
        acme.post(second + "/" + id + "/restore", "").expectProblem(404, "not-found");
        JsonNode imported = ImportJob.submit(
                        acme, second, "&mode=skip&key=name", "name\nMine\n".getBytes(StandardCharsets.UTF_8))
                .success();
        assertThat(imported.path("created").asInt()).isEqualTo(1);
    }

    @Test
    void anotherTenantHasNeitherTheObjectNorItsRecords() {
        object(acme, word, Map.of());
        String id = record(path, "Secret");
        for (String address : List.of(path, path + "/" + id, path + "/" + id + "/history", OBJECTS + "/" + path)) {
            globex.get(address).expectProblem(404, "not-found");
        }
        globex.post(path, Map.of("name", "x")).expectProblem(404, "not-found");
        globex.post(path + "/bulk", List.of()).expectProblem(404, "not-found");
        globex.delete(OBJECTS + "/" + path).expectProblem(404, "not-found");
        globex.patch(OBJECTS + "/" + path, Map.of("icon", "pi-star")).expectProblem(404, "not-found");
        globex.post(OBJECTS + "/" + path + "/fields", fieldOf("x", "text", Map.of()))
                .expectProblem(404, "not-found");
        assertThat(globex.get("openapi.json").text()).doesNotContain(path);
        assertThat(globex.get(OBJECTS).expect(200).text()).doesNotContain(path);
        object(globex, word, Map.of());
        globex.get(path + "/" + id).expectProblem(404, "not-found");
        globex.patch(path + "/" + id, Map.of("name", "x")).expectProblem(404, "not-found");
        globex.delete(path + "/" + id).expectProblem(404, "not-found");
        globex.post(path + "/" + id + "/restore", "").expectProblem(404, "not-found");
        globex.get(path + "/" + id + "/history").expectProblem(404, "not-found");
        assertThat(globex.get(path).expect(200).json().path("items")).isEmpty();
        assertThat(acme.get(path + "/" + id).expect(200).json().path("name").asText())
                .isEqualTo("Secret");
    }

    @Test
    void partsGoAndComeBackWithTheirWhole() {
        object(acme, word, Map.of());
        object(acme, word + "b", Map.of("partOf", word));
        String parts = word + "bs";
        String whole = record(path, "House");
        assertPointer(acme.post(parts, Map.of("name", "Loose")), "/parent");
        String part = acme.post(parts, Map.of("name", "Flat", "parent", whole))
                .expect(201)
                .id();
        assertPointer(acme.patch(parts + "/" + part, Map.of("parent", record(path, "Other"))), "/parent");
        assertThat(found(parts, "filter=parent==" + whole)).containsExactly(part);
        acme.delete(path + "/" + whole).expect(204);
        acme.get(parts + "/" + part).expectProblem(404, "not-found");
        acme.post(path + "/" + whole + "/restore", "").expect(200);
        acme.get(parts + "/" + part).expect(200);
        Answer held = acme.delete(OBJECTS + "/" + path).expectProblem(409, "rule-broken");
        assertThat(held.text()).contains(word + "b");
    }

    @Test
    void shippedObjectsPointToItAndItToThem() {
        object(acme, word, Map.of());
        String id = record(path, "Vehicle");
        Answer field = acme.post(OBJECTS + "/accounts/fields", fieldOf(word, "reference", Map.of("reference", word)))
                .expect(201);
        try {
            String account = acme.post("accounts", Map.of("name", word, "custom", Map.of(word, id)))
                    .expect(201)
                    .id();
            field(path, "customer", "reference", Map.of("reference", "account"));
            acme.patch(path + "/" + id, Map.of("custom", Map.of("customer", account)))
                    .expect(200);
            assertThat(found(path, "filter=custom.customer==" + account)).containsExactly(id);
            acme.delete(OBJECTS + "/" + path).expectProblem(409, "rule-broken");
            JsonNode uses = acme.get(OBJECTS + "/" + path).expect(200).json().path("uses");
            assertThat(uses.path("records").asInt()).isEqualTo(1);
            assertThat(uses.at("/fields/0/object").asText()).isEqualTo("account");
        } finally {
            acme.delete(OBJECTS + "/accounts/fields/" + field.id()).expect(204);
        }
    }

    @Test
    void grantsAreThoseOfItsPath() {
        object(acme, word, Map.of());
        String id = record(path, "Granted");
        partner.get(path).expectProblem(403, "access-denied");
        partner.get(OBJECTS).expectProblem(403, "access-denied");
        partner.post(OBJECTS, Map.of()).expectProblem(403, "access-denied");
        String before = database.column("SELECT grants FROM partner_client WHERE client_id = 'acme-partner'")
                .get(0);
        grants(before + " " + path + ":read");
        try {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> partner.get(path + "/" + id).expect(200));
            partner.post(path, Map.of("name", "x")).expectProblem(403, "access-denied");
            assertThat(partner.get("openapi.json").text()).contains("/v1/" + path);
        } finally {
            grants(before);
        }
    }

    private void grants(String grants) {
        database.change("UPDATE partner_client SET grants = ? WHERE client_id = 'acme-partner'", grants);
    }

    @Test
    void labelsAreChangedAndNamesAreNot() {
        object(acme, word, Map.of());
        Answer changed = acme.patch(
                        OBJECTS + "/" + path, Map.of("labels", Map.of("en", "Berth", "zh-CN", "泊位"), "icon", "pi-flag"))
                .expect(200);
        assertThat(changed.json().at("/labels/zh-CN").asText()).isEqualTo("泊位");
        assertPointer(acme.patch(OBJECTS + "/" + path, Map.of("path", "berths")), "/path");
        assertPointer(acme.patch(OBJECTS + "/" + path, Map.of("name", "berth")), "/name");
        assertPointer(acme.patch(OBJECTS + "/" + path, Map.of("labels", Map.of())), "/labels");
        assertThat(acme.get(OBJECTS + "/" + path).json().path("icon").asText()).isEqualTo("pi-flag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "Account",
                "select",
                "id",
                "1st",
                "a b",
                "job",
                "problem",
                "leasePage",
                "ünï",
                "record"
            })
    void namesThatCannotBeAreRefusedAtTheirPlace(String name) {
        assertPointer(acme.post(OBJECTS, Map.of("name", name, "path", path, "labels", Map.of("en", "Label"))), "/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "admin", "jobs", "A", "a--b", "-a", "a/b", "openapi.json", ""})
    void pathsThatCannotBeAreRefusedAtTheirPlace(String address) {
        assertPointer(
                acme.post(OBJECTS, Map.of("name", word, "path", address, "labels", Map.of("en", "Label"))), "/path");
    }

    @Test
    void everythingWrongWithADefinitionIsTold() {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", "select");
        definition.put("path", "no good");
        definition.put("labels", Map.of("en", "x".repeat(10_000)));
        definition.put("icon", "pi-nothing");
        definition.put("partOf", "nothing");
        Answer answer = acme.post(OBJECTS, definition);
        for (String pointer : List.of("/name", "/path", "/labels/en", "/icon", "/partOf")) {
            assertPointer(answer, pointer);
        }
        assertPointer(acme.post(OBJECTS, Map.of("name", word, "path", path, "colour", "red")), "/colour");
        assertThat(acme.get(OBJECTS).text()).doesNotContain(path);
    }

    @Test
    void ofManyWithOneNameOneIsMade() throws Exception {
        made.add(path);
        List<Callable<Answer>> calls = Collections.nCopies(6, () -> acme.post(OBJECTS, definition(word, Map.of())));
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
                .allMatch(status -> List.of(201, 422, 503).contains(status));
        acme.get(path).expect(200);
    }

    @Test
    void anObjectTakenAwayTakesItsRecordsAlongAndItsNameIsFreeAgain() {
        object(acme, word, Map.of());
        field(path, "rent", "integer", Map.of());
        List<Map<String, Object>> creates = IntStream.range(0, 150)
                .mapToObj(i -> Map.<String, Object>of(
                        "op", "create", "data", Map.of("name", "R" + i, "custom", Map.of("rent", i))))
                .toList();
        acme.post(path + "/bulk", creates).expect(200);
        String id = found(path, "limit=1").get(0);
        String document = acme.post("documents", Map.of("name", "Plan", "relatedObject", path, "relatedId", id))
                .expect(201)
                .id();
        Answer removed = acme.delete(OBJECTS + "/" + path).expect(202);
        acme.get(path).expectProblem(404, "not-found");
        String job = removed.header("Location").replace("/api/v1/", "");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> acme.get(job).json().path("status").asText().equals("succeeded"));
        assertThat(acme.get(job).json().path("object").asText()).isEqualTo(word);
        assertThat(acme.get("jobs").expect(200).text()).contains(word);
        assertThat(left("custom_object", "name = ?")).isZero();
        assertThat(left("custom_field", "object = ?")).isZero();
        assertThat(left("record_change", "object = ?")).isZero();
        assertThat(left("record_tag", "object = ?")).isZero();
        assertThat(acme.get("documents/" + document).json().path("relatedId").isNull())
                .isTrue();
        object(acme, word, Map.of());
        assertThat(acme.get(path).expect(200).json().path("items")).isEmpty();
        assertThat(acme.get(OBJECTS + "/" + path + "/fields").json().path("items"))
                .isEmpty();
    }

    private long left(String table, String condition) {
        return database.number("SELECT COUNT(*) FROM " + table + " WHERE " + condition, word);
    }

    private void object(Api api, String name, Map<String, Object> more) {
        api.post(OBJECTS, definition(name, more)).expect(201);
        made.add(name + "s");
    }

    private static Map<String, Object> definition(String name, Map<String, Object> more) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.put("name", name);
        definition.put("path", name + "s");
        definition.put("labels", Map.of("en", "Label " + name, "zh-CN", "标签 " + name));
        definition.put("plurals", Map.of("en", "Labels " + name));
        return definition;
    }

    private void field(String object, String name, String type, Map<String, Object> more) {
        acme.post(OBJECTS + "/" + object + "/fields", fieldOf(name, type, more)).expect(201);
    }

    private static Map<String, Object> fieldOf(String name, String type, Map<String, Object> more) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.put("name", name);
        definition.put("type", type);
        definition.put("labels", Map.of("en", "Label " + name));
        return definition;
    }

    private String record(String object, String name) {
        return acme.post(object, Map.of("name", name)).expect(201).id();
    }

    private String record(String object, String name, int rent) {
        return acme.post(object, Map.of("name", name, "custom", Map.of("rent", rent)))
                .expect(201)
                .id();
    }

    private List<String> found(String object, String query) {
        return acme.get(object + "?fields=name&" + query)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private static void assertPointer(Answer answer, String pointer) {
        assertThat(answer.expect(422).json().path("errors").findValuesAsText("pointer"))
                .contains(pointer);
    }
}
