package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class BadInputIT {

    private final RunningSystem system;
    private final Api acme;

    BadInputIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/colour     | member.unknown   | {'colour': 'red'}",
                "/id         | member.unknown   | {'id': '0H3KZ5Q8R4T2V'}",
                "/createdAt  | member.readOnly  | {'createdAt': '2026-10-27T02:30:00Z'}",
                "/phone      | member.readOnly  | {'phone': '+4930901820'}",
                "/employees  | type.integer     | {'employees': 'many'}",
                "/employees  | type.integer     | {'employees': 1.5}",
                "/legalName  | type.text        | {'legalName': 7}",
                "/legalName  | type.text        | {'legalName': ['a']}",
                "/type       | choice.unknown   | {'type': 'friend'}",
                "/country    | member.readOnly  | {'country': 'DE'}",
                "/currency   | currency.invalid | {'currency': 'XXQ'}",
                "/language   | language.invalid | {'language': 'klingonish'}",
                "/timeZone   | timeZone.invalid | {'timeZone': 'Mars/Olympus'}",
                "/website    | url.invalid      | {'website': 'javascript:alert(1)'}",
                "/owner      | reference.unknown | {'owner': '0H3KZ5Q8R4T2V'}",
                "/parent     | reference.unknown | {'parent': 'nonsense'}",
                "/phones     | type.list        | {'phones': '+4930901820'}",
                "/phones/0   | type.object      | {'phones': ['+4930901820']}",
                "/phones/0/number | phone.invalid | {'phones': [{'label': 'work', 'number': '12'}]}",
                "/phones/1/number | phone.invalid | {'phones': [{'number': '+4930901820'}, {'number': '030 901820'}]}",
                "/phones/0/colour | member.unknown | {'phones': [{'number': '+4930901820', 'colour': 'red'}]}",
                "/emails/0/address | email.invalid | {'emails': [{'label': 'work', 'address': 'a@@b'}]}",
                "/addresses/0/country | country.invalid | {'addresses': [{'line1': 'x', 'country': 'XX'}]}",
                "/annualRevenue | type.money    | {'annualRevenue': 5}",
                "/annualRevenue/currency | currency.invalid | {'annualRevenue': {'amount': '5', 'currency': 'EURO'}}"
            })
    void everyWrongMemberIsNamedWithItsRule(String pointer, String code, String members) {
        String input = "{\"name\": \"Faulty\", " + members.substring(1).replace('\'', '"');
        Answer answer = acme.request("POST", "accounts").json(input).send().expectProblem(422, "invalid-record");
        assertThat(answer.errors()).containsExactly(pointer + " " + code);
        assertThat(answer.json().path("errors").get(0).path("message").asText()).isNotBlank();
    }

    @Test
    void allErrorsAreToldAtOnce() {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("colour", "red");
        input.put("employees", "many");
        input.put("legalName", "x".repeat(201));
        input.put("phones", List.of(Map.of("number", "1"), Map.of("number", "+4930901820"), Map.of("number", "2")));
        Answer answer = acme.post("accounts", input).expectProblem(422, "invalid-record");
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "/name required",
                        "/colour member.unknown",
                        "/employees type.integer",
                        "/legalName text.tooLong",
                        "/phones/0/number phone.invalid",
                        "/phones/2/number phone.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\u0007", "\\uffff"})
    void charactersThatCannotBeStoredAreRefused(String text) {
        Answer answer = acme.request("POST", "accounts")
                .json("{\"name\": \"Fine\", \"legalName\": \"x" + text + "\"}")
                .send()
                .expectProblem(422, "invalid-record");
        assertThat(answer.errors()).containsExactly("/legalName text.forbidden");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        acme.post("accounts", Map.of("name", "名".repeat(200))).expect(201);
        acme.post("accounts", Map.of("name", "😀".repeat(100))).expect(201);
        assertThat(acme.post("accounts", Map.of("name", "名".repeat(201)))
                        .expectProblem(422, "invalid-record")
                        .errors())
                .containsExactly("/name text.tooLong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"name\": \"x\"",
                "{\"name\": \"x\"} more",
                "{'name': 'x'}",
                "[]",
                "\"text\"",
                "null",
                "{\"name\": \"x\", \"name\": \"y\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"employees\": 1e999999999}"
            })
    void whatIsNoObjectOfJsonIsRefused(String body) {
        acme.request("POST", "accounts").json(body).send().expectProblem(400, "malformed-request");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = "{\"name\": \"xx\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        body[10] = (byte) 0xC3;
        acme.request("POST", "accounts").body("application/json", body).send().expectProblem(400, "malformed-request");
    }

    @Test
    void jsonHasADepthAndASize() {
        acme.request("POST", "accounts")
                .json("{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .send()
                .expectProblem(400, "malformed-request");
        acme.request("POST", "accounts")
                .json("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .send()
                .expectProblem(413, "body-too-large");
    }

    @Test
    void mediaTypesAreTakenSeriously() {
        acme.request("POST", "accounts")
                .body("text/plain", "{\"name\": \"x\"}")
                .send()
                .expectProblem(415, "unsupported-media-type");
        acme.request("POST", "accounts")
                .body("application/xml", "<name/>")
                .send()
                .expectProblem(415, "unsupported-media-type");
        acme.request("GET", "accounts")
                .header("Accept", "application/xml")
                .send()
                .expectProblem(406, "not-acceptable");
        acme.request("PUT", "accounts").json("{}").send().expectProblem(405, "method-not-allowed");
    }

    @Test
    void unknownAddressesAreNotFound() {
        acme.get("unicorns").expectProblem(404, "not-found");
        acme.get("unicorns/0H3KZ5Q8R4T2V").expectProblem(404, "not-found");
        acme.get("accounts/0H3KZ5Q8R4T2V/colour").expectProblem(404, "not-found");
        acme.get("accounts/0H3KZ5Q8R4T2V").expectProblem(404, "not-found");
        acme.get("accounts/nonsense").expectProblem(404, "not-found");
        acme.get("accounts/%00").expect(400);
    }

    @Test
    void headersThatCannotBeReadAreRefused() {
        Answer account = acme.post("accounts", Samples.account(Samples.word())).expect(201);
        for (String tag : List.of("v1", "\"v1", "\"v1\" \"v2\"")) {
            acme.request("PATCH", "accounts/" + account.id())
                    .mergePatch(Map.of("rating", "hot"))
                    .header("If-Match", tag)
                    .send()
                    .expectProblem(400, "malformed-request");
        }
        acme.request("POST", "accounts")
                .json(Samples.account("x"))
                .header("Idempotency-Key", "k".repeat(256))
                .send()
                .expectProblem(400, "malformed-request");
    }

    @Test
    void anExternalIdHasAForm() {
        acme.put("accounts/by-external-id/e%20p/7", Map.of("name", "x")).expectProblem(422, "invalid-record");
        acme.put("accounts/by-external-id/erp/" + "7".repeat(121), Map.of("name", "x"))
                .expectProblem(422, "invalid-record");
    }

    @Test
    void messagesComeInTheLanguageAskedFor() {
        JsonNode chinese = acme.request("POST", "accounts")
                .json("{\"employees\": \"many\"}")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .send()
                .expectProblem(422, "invalid-record")
                .json();
        JsonNode english = acme.request("POST", "accounts")
                .json("{\"employees\": \"many\"}")
                .header("Accept-Language", "fr;q=0.9,en;q=0.5")
                .send()
                .expectProblem(422, "invalid-record")
                .json();
        for (String text : texts(chinese)) {
            assertThat(text).matches("(?s).*\\p{IsHan}.*");
        }
        for (String text : texts(english)) {
            assertThat(text).doesNotMatch("(?s).*\\p{IsHan}.*");
        }
        assertThat(system.anonymous()
                        .request("GET", "accounts")
                        .header("Accept-Language", "zh-CN")
                        .send()
                        .expectProblem(401, "unauthenticated")
                        .json()
                        .path("title")
                        .asText())
                .matches(".*\\p{IsHan}.*");
    }

    private static List<String> texts(JsonNode problem) {
        List<String> texts = new java.util.ArrayList<>(problem.findValuesAsText("message"));
        texts.add(problem.path("title").asText());
        texts.add(problem.path("detail").asText());
        return texts;
    }

    @Test
    void everyProblemHasAPageThatExplainsIt() {
        Api anybody = system.anonymous();
        String index = anybody.get("/problems/").expect(200).text();
        List<String> pages = Arrays.stream(index.split("href=\""))
                .map(part -> part.substring(0, Math.max(0, part.indexOf('"'))))
                .filter(address -> address.matches("/problems/[a-z-]+"))
                .distinct()
                .toList();
        assertThat(pages)
                .contains("/problems/stale-record", "/problems/invalid-record")
                .hasSizeGreaterThan(15);
        for (String page : pages) {
            Answer answer = anybody.request("GET", page)
                    .header("Accept-Language", "zh-CN")
                    .send()
                    .expect(200);
            assertThat(answer.text()).contains("<h1>").matches("(?s).*\\p{IsHan}.*");
        }
        anybody.get("/problems/nonsense").expect(404);
    }

    @Test
    void noAnswerTellsHowTheProductIsMade() {
        for (String query :
                List.of("filter=name=='" + "x".repeat(300) + "'", "cursor=%FF%FE", "q=%00", "sort=name;drop")) {
            String text = acme.get("accounts?" + query.replace("'", "%27")).text();
            assertThat(text).doesNotContainIgnoringCase("exception", "select ", "io.guanxi", "org.eclipse", "\tat ");
        }
    }
}
