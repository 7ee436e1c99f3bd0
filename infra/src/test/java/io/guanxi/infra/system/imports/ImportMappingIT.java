package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved mappings over REST: who sees and changes them, what they may hold, and that imports by them fill what they say. */
@SystemTest
class ImportMappingIT {

    private final Api owner;
    private final Api sales;
    private final Api reader;
    private final String word = Samples.word();

    ImportMappingIT(RunningSystem system) {
        owner = system.person("owner@acme.example");
        sales = system.person("sales@acme.example");
        reader = Newcomers.readOnlyPerson(system);
    }

    @Test
    void anImportByAMappingFillsWhatItSays() {
        String mapping = mapping(sales, Map.of("Firm", "name", "Ort", "addresses[billing].city", "Name", ""));
        ImportJob job = ImportJob.submit(sales, "&mapping=" + mapping, "Name;Firm;Ort\nnobody;" + word + ";Jena\n");
        ImportJob.assertCounts(job.success(), 1, 0, 0, 0);
        JsonNode made =
                sales.get("accounts?q=" + word).expect(200).json().path("items").path(0);
        assertThat(made.path("name").asText()).isEqualTo(word);
        assertThat(made.path("city").asText()).isEqualTo("Jena");
    }

    @Test
    void aFileThatLacksAMappedColumnIsRefusedAtOnce() {
        String mapping = mapping(sales, Map.of("Firm", "name", "Ort", "addresses[billing].city"));
        Answer answer = ImportJob.send(sales, "&mapping=" + mapping, "Firm\nx\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Ort");
    }

    @Test
    void theExportOfAnotherProgramIsMappedByItsName() {
        String file = "Id,Name,ParentId,BillingStreet,BillingCity,BillingCountry,Phone,NumberOfEmployees,Industry\n"
                + "001%s,%s,,Obere Str. 57,Berlin,Germany,+49 30 901820,45,Banking\n".formatted(word, word);
        ImportJob.assertCounts(
                ImportJob.submit(sales, "&mapping=salesforce", file).success(), 1, 0, 0, 0);
        JsonNode made = sales.get("accounts?fields=name,externalId,employees,phone,addresses&q=" + word)
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(made.path("externalId").asText()).isEqualTo("001" + word);
        assertThat(made.path("employees").asInt()).isEqualTo(45);
        assertThat(made.path("phone").asText()).isEqualTo("+4930901820");
        assertThat(made.path("addresses").path(0).path("line1").asText()).isEqualTo("Obere Str. 57");
        Answer other = ImportJob.send(sales, "&mapping=salesforce", "Name\nx\n".getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aPrivateMappingIsItsOwnersAloneAndASharedOneIsChangedByItsOwnerAndAdmins() {
        String secret = mapping(sales, Map.of("Firm", "name"));
        owner.get("import-mappings/" + secret).expectProblem(404, "not-found");
        assertThat(owner.get("import-mappings?object=accounts").expect(200).text())
                .doesNotContain(secret);
        owner.delete("import-mappings/" + secret).expectProblem(404, "not-found");

        String common = owner.post("import-mappings", body(Map.of("Firm", "name"), true))
                .expect(201)
                .id();
        assertThat(sales.get("import-mappings?object=accounts").expect(200).text())
                .contains(common, "\"hubspot\"");
        sales.patch("import-mappings/" + common, Map.of("name", "Mine")).expectProblem(403, "access-denied");
        sales.delete("import-mappings/" + common).expectProblem(403, "access-denied");
        String ofSales = sales.post("import-mappings", body(Map.of("Firm", "name"), true))
                .expect(201)
                .id();
        owner.patch("import-mappings/" + ofSales, Map.of("name", "Ours " + word))
                .expect(200);
        owner.delete("import-mappings/" + ofSales).expect(204);
        sales.get("import-mappings/" + ofSales).expectProblem(404, "not-found");
    }

    @Test
    void aPatchAddsAndTakesColumnsAndExpectsTheVersionThatWasRead() {
        String id = mapping(sales, Map.of("Firm", "name", "Ort", "website"));
        Answer read = sales.get("import-mappings/" + id).expect(200);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("Ort", null);
        columns.put("Tel", "phones[work]");
        JsonNode changed = sales.request("PATCH", "import-mappings/" + id)
                .header("If-Match", read.header("ETag"))
                .json(Map.of("columns", columns))
                .send()
                .expect(200)
                .json();
        assertThat(changed.path("columns").size()).isEqualTo(2);
        assertThat(changed.path("columns").path("Tel").asText()).isEqualTo("phones[work]");
        sales.request("PATCH", "import-mappings/" + id)
                .header("If-Match", read.header("ETag"))
                .json(Map.of("name", "Too late"))
                .send()
                .expectProblem(412, "stale-record");
    }

    @Test
    void mistakesAreToldAtTheirPlace() {
        Answer answer = sales.post(
                "import-mappings",
                Map.of("object", "accounts", "columns", Map.of("A", "nothing", "B", "name", "b ", "name")));
        answer.expectProblem(422, "invalid-record");
        assertThat(answer.text()).contains("/name", "/columns/A", "nothing");
        sales.post("import-mappings", Map.of("object", "accounts", "name", "x", "columns", Map.of("A", "")))
                .expectProblem(422, "invalid-record");
        sales.post("import-mappings", Map.of("object", "nothings", "name", "x")).expectProblem(422, "invalid-record");
    }

    @ParameterizedTest
    @CsvSource({"text, AB-7, ab-7", "integer, 4711, 4711"})
    void recordsArePointedToAndFoundByAUniqueFieldOfTheTenantsOwn(String type, String value, String inFile) {
        String field = owner.post(
                        "admin/objects/accounts/fields",
                        Map.of("name", word, "type", type, "unique", true, "labels", Map.of("en", word)))
                .expect(201)
                .id();
        try {
            Object typed = type.equals("integer") ? Integer.valueOf(value) : value;
            String account = owner.post("accounts", Map.of("name", word + " AG", "custom", Map.of(word, typed)))
                    .expect(201)
                    .id();
            String mapping = owner.post(
                            "import-mappings",
                            Map.of(
                                    "object",
                                    "contacts",
                                    "name",
                                    word,
                                    "columns",
                                    Map.of("Who", "lastName", "Firm", "account[custom." + word + "]")))
                    .expect(201)
                    .id();
            ImportJob job = ImportJob.submit(
                    owner,
                    "contacts",
                    "&mapping=" + mapping,
                    ("Who,Firm\n" + word + "," + inFile + "\n" + word + ",none\n").getBytes(StandardCharsets.UTF_8));
            ImportJob.assertCounts(job.success(), 1, 0, 0, 1);
            assertThat(owner.get("contacts?q=" + word)
                            .json()
                            .at("/items/0/account")
                            .asText())
                    .isEqualTo(account);
            if (type.equals("text")) {
                ImportJob update = ImportJob.submit(
                        owner, "&mode=update&key=custom." + word, "custom." + word + ",City\n" + inFile + ",Ulm\n");
                ImportJob.assertCounts(update.success(), 0, 1, 0, 0);
            }
        } finally {
            owner.delete("admin/objects/accounts/fields/" + field);
        }
    }

    @Test
    void whoMayNotImportSeesNoMappings() {
        reader.get("import-mappings?object=accounts").expectProblem(403, "access-denied");
    }

    private String mapping(Api api, Map<String, String> columns) {
        return api.post("import-mappings", body(columns, false)).expect(201).id();
    }

    private Map<String, Object> body(Map<String, String> columns, boolean shared) {
        return Map.of("object", "accounts", "name", "M " + word, "shared", shared, "columns", columns);
    }
}
