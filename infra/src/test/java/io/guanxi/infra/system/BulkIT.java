package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@SystemTest
class BulkIT {

    private final Api acme;
    private final String word = Samples.word();

    BulkIT(RunningSystem system) {
        acme = system.partner("acme-partner");
    }

    @Test
    void eachOperationSucceedsOrFailsByItself() {
        Answer known = acme.post("accounts", Samples.account(word)).expect(201);
        Answer doomed = acme.post("accounts", Samples.account(word)).expect(201);
        JsonNode results = acme.post(
                        "accounts/bulk",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word + " new")),
                                Map.of("op", "create", "data", Map.of("employees", "many")),
                                Map.of(
                                        "op",
                                        "update",
                                        "id",
                                        known.id(),
                                        "ifMatch",
                                        known.header("ETag"),
                                        "data",
                                        Map.of("rating", "hot")),
                                Map.of(
                                        "op",
                                        "update",
                                        "id",
                                        known.id(),
                                        "ifMatch",
                                        known.header("ETag"),
                                        "data",
                                        Map.of("rating", "cold")),
                                Map.of("op", "update", "id", "0H3KZ5Q8R4T2V", "data", Map.of("rating", "hot")),
                                Map.of(
                                        "op",
                                        "upsert",
                                        "externalSystem",
                                        "erp",
                                        "externalId",
                                        word,
                                        "data",
                                        Map.of("name", word + " upserted")),
                                Map.of("op", "delete", "id", doomed.id())))
                .expect(200)
                .json()
                .path("results");
        assertThat(statuses(results)).containsExactly(201, 422, 200, 412, 404, 201, 200);
        assertThat(results.get(1).path("problem").path("errors").toString()).contains("/name", "/employees");
        assertThat(acme.get("accounts/" + known.id()).json().path("rating").asText())
                .isEqualTo("hot");
        acme.get("accounts/" + doomed.id()).expect(404);
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(3);
    }

    @Test
    void anAtomicRequestDoesAllOrNothing() {
        Answer known = acme.post("accounts", Samples.account(word + " known")).expect(201);
        Answer refused = acme.post(
                        "accounts/bulk?atomic=true",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word + " new")),
                                Map.of("op", "update", "id", known.id(), "data", Map.of("rating", "hot")),
                                Map.of("op", "create", "data", Map.of("employees", "many"))))
                .expectProblem(422, "invalid-record");
        assertThat(refused.errors()).contains("/2/data/employees type.integer");
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(1);
        assertThat(acme.get("accounts/" + known.id()).header("ETag")).isEqualTo(known.header("ETag"));
        acme.post(
                        "accounts/bulk?atomic=true",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word + " new")),
                                Map.of("op", "update", "id", known.id(), "data", Map.of("rating", "hot"))))
                .expect(200);
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(2);
    }

    @Test
    void twoHundredOperationsAreTheMost() {
        Map<String, Object> create = Map.of("op", "create", "data", Map.of("name", word));
        acme.post("accounts/bulk", Collections.nCopies(201, create)).expectProblem(413, "body-too-large");
        acme.post("accounts/bulk", Collections.nCopies(200, create)).expect(200);
        assertThat(acme.get("accounts?count=true&limit=1&filter=name==" + word)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotWellFormedIsToldBeforeAnythingIsDone() {
        Answer answer = acme.post(
                        "accounts/bulk",
                        List.of(
                                Map.of("op", "create", "data", Map.of("name", word)),
                                Map.of("op", "explode"),
                                Map.of("op", "update", "data", Map.of()),
                                Map.of("op", "delete", "id", "x", "colour", "red"),
                                "text"))
                .expectProblem(422, "invalid-record");
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "/1/op bulk.op", "/2/id bulk.missing", "/3/colour bulk.unknownMember", "/4 bulk.notObject");
        assertThat(acme.all("accounts?filter=name==" + word)).isEmpty();
        acme.post("accounts/bulk", Map.of("op", "create")).expectProblem(400, "malformed-request");
    }

    private static List<Integer> statuses(JsonNode results) {
        return StreamSupport.stream(results.spliterator(), false)
                .map(result -> result.path("status").asInt())
                .toList();
    }
}
