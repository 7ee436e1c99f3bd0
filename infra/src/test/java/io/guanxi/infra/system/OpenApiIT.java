package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.Schema;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the document of the interface says is what the interface answers. */
@SystemTest
class OpenApiIT {

    private final RunningSystem system;
    private final Api acme;
    private final JsonNode document;
    private final Schema schemas;

    OpenApiIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        document = acme.get("openapi.json").expect(200).json();
        schemas = new Schema(document);
    }

    @Test
    void anybodyMayReadTheDocumentInEitherForm() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        Answer yaml = system.anonymous().get("/api/openapi.yaml").expect(200);
        assertThat(yaml.text()).startsWith("\"openapi\": \"3.1").contains("/v1/accounts");
        assertThat(system.anonymous().get("/api/docs").expect(200).text()).contains("/v1/accounts");
    }

    @Test
    void everyOperationWantsATokenUnlessItSaysOtherwise() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean open = operation.getValue().path("security").isArray()
                            && operation.getValue().path("security").isEmpty();
                    String address = "/api" + path.getKey().replaceAll("\\{[^}]*}", "x");
                    String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                    int status =
                            system.anonymous().request(method, address).send().status();
                    assertThat(status).as(method + " " + address).isEqualTo(open ? 200 : 401);
                }));
    }

    @Test
    void examplesOfInputsAreTakenAsTheyStand() {
        for (String object : List.of("Account", "Contact")) {
            JsonNode example = document.at("/components/schemas/" + object + "Input/examples/0");
            assertThat(example.isObject()).as(object).isTrue();
            String path = object.equals("Account") ? "accounts" : "contacts";
            acme.request("POST", path).json(example).send().expect(201);
        }
    }

    @Test
    void answersHaveTheDocumentedForm() {
        String word = Samples.word();
        Answer account = acme.post("accounts", full(word)).expect(201);
        String one = "/v1/accounts/{id}";
        Answer contact = acme.post(
                        "contacts",
                        Map.of("lastName", word, "account", account.id(), "birthday", "1990-02-28", "doNotCall", true))
                .expect(201);
        Answer affiliation = acme.post(
                        "affiliations", Map.of("title", word, "account", account.id(), "contact", contact.id()))
                .expect(201);
        assertDocumented("post", "/v1/accounts", account);
        assertDocumented("post", "/v1/contacts", contact);
        assertDocumented("post", "/v1/affiliations", affiliation);
        for (String object : List.of("accounts", "contacts", "affiliations")) {
            assertDocumented("get", "/v1/" + object, acme.get(object + "?limit=200&count=true"));
        }
        assertDocumented("get", one, acme.get("accounts/" + account.id()));
        assertDocumented("patch", one, acme.patch("accounts/" + account.id(), Map.of("rating", "hot")));
        assertDocumented("get", one + "/history", acme.get("accounts/" + account.id() + "/history"));
        assertDocumented("get", one, acme.get("accounts/0H3KZ5Q8R4T2V"));
        assertDocumented("patch", one, acme.patch("accounts/" + account.id(), Map.of("rating", "red")));
        assertDocumented(
                "patch",
                one,
                acme.request("PATCH", "accounts/" + account.id())
                        .mergePatch(Map.of())
                        .send());
        assertDocumented("get", "/v1/accounts", acme.get("accounts?limit=0"));
        assertDocumented("get", "/v1/accounts", system.anonymous().get("accounts"));
        assertDocumented(
                "put",
                "/v1/accounts/by-external-id/{system}/{externalId}",
                acme.put("accounts/by-external-id/erp/" + word, Map.of("name", word)));
        assertDocumented("post", "/v1/accounts/{id}/restore", acme.post("accounts/" + account.id() + "/restore", ""));
    }

    /** Objects that nobody has thought of here are made, changed and listed by what the document says of them. */
    @Test
    void everyObjectAnswersInTheDocumentedForm() {
        List<ApiObject> waiting = new ArrayList<>(ApiObject.all(document));
        Map<String, String> made = new HashMap<>();
        while (!waiting.isEmpty()) {
            ApiObject object = waiting.stream()
                    .filter(one -> one.references().values().stream()
                            .allMatch(target ->
                                    target.equals("member") || target.equals(one.name()) || made.containsKey(target)))
                    .findFirst()
                    .orElseThrow();
            String list = "/v1/" + object.path();
            Answer created = acme.post(object.path(), object.sample(Samples.word(), made, "USD"))
                    .expect(201);
            String address = object.path() + "/" + created.id();
            assertDocumented("post", list, created);
            assertDocumented("get", list, acme.get(object.path() + "?limit=200&count=true"));
            assertDocumented(
                    "patch", list + "/{id}", acme.patch(address, Map.of(object.title(), "Changed " + Samples.word())));
            assertDocumented("get", list + "/{id}", acme.get(address));
            assertDocumented("get", list + "/{id}/history", acme.get(address + "/history"));
            made.put(object.name(), created.id());
            waiting.remove(object);
        }
        assertThat(made).containsKeys("tag", "product", "salesOrder", "orderLine", "document");
    }

    @Test
    void bulkAnswersAndJobsHaveTheDocumentedForm() {
        String word = Samples.word();
        assertDocumented(
                "post",
                "/v1/accounts/bulk",
                acme.post(
                        "accounts/bulk",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word)),
                                Map.of("op", "create", "data", Map.of("rating", "red")))));
        Answer job = acme.request("POST", "jobs?type=import&object=accounts&dryRun=true")
                .body("text/csv", "name\n" + word + "\n")
                .send();
        assertDocumented("post", "/v1/jobs", job);
        assertDocumented("get", "/v1/jobs", acme.get("jobs?limit=100"));
        assertDocumented("get", "/v1/jobs/{id}", acme.get("jobs/" + job.id()));
        assertDocumented("post", "/v1/jobs/{id}/cancel", acme.post("jobs/" + job.id() + "/cancel", ""));
        assertDocumented("get", "/v1/jobs/{id}/errors", acme.get("jobs/" + job.id() + "/errors"));
    }

    private static Map<String, Object> full(String word) {
        return Map.ofEntries(
                Map.entry("name", word),
                Map.entry("type", "customer"),
                Map.entry("employees", 12),
                Map.entry("annualRevenue", Map.of("amount", "1234.50", "currency", "EUR")),
                Map.entry("website", "https://www.example.com/"),
                Map.entry("phones", List.of(Map.of("label", "work", "number", "+4930901820"))),
                Map.entry("emails", List.of(Map.of("label", "billing", "address", "a@example.com"))),
                Map.entry("addresses", List.of(Map.of("label", "office", "city", "Berlin", "country", "DE"))),
                Map.entry("language", "de"),
                Map.entry("timeZone", "Europe/Berlin"));
    }

    private void assertDocumented(String method, String path, Answer answer) {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        JsonNode response = responses.path(Integer.toString(answer.status()));
        assertThat(response.isObject())
                .as("no such status documented: " + answer)
                .isTrue();
        JsonNode resolved = response.has("$ref")
                ? document.at(response.path("$ref").asText().substring(1))
                : response;
        String type = answer.header("Content-Type").split(";")[0].strip();
        JsonNode content = resolved.path("content").path(type);
        assertThat(content.isObject()).as("no such type documented: " + answer).isTrue();
        if (type.endsWith("json")) {
            assertThat(schemas.faults(content.path("schema"), answer.json()))
                    .as(answer.toString())
                    .isEmpty();
        }
        resolved.path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertThat(answer.header(name))
                        .as(name + " of " + answer)
                        .isNotEmpty());
    }
}
