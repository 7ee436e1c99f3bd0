package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An admin sets partners' programs up and takes them away. */
@SystemTest
class PartnerClientsIT {

    private static final String CLIENTS = "admin/clients";

    private final RunningSystem system;
    private final Api owner;
    private String made;

    PartnerClientsIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
    }

    @AfterEach
    void revoke() {
        if (made != null) {
            owner.delete(CLIENTS + "/" + made);
        }
    }

    private JsonNode create(String... grants) {
        JsonNode issued = owner.post(CLIENTS, Map.of("name", "Shop " + Samples.word(), "grants", List.of(grants)))
                .expect(201)
                .json();
        made = issued.path("id").asText();
        return issued;
    }

    private Api api(JsonNode issued) {
        String clientId = issued.path("clientId").asText();
        return system.withToken(
                system.tokens().ofClient(clientId, issued.path("secret").asText()));
    }

    private JsonNode read() {
        return owner.get(CLIENTS + "/" + made).expect(200).json();
    }

    @Test
    void aNewProgramDoesWhatItWasGrantedAndItsSecretIsToldOnce() {
        JsonNode issued = create("accounts:read");
        Api program = api(issued);
        program.get("accounts?limit=1").expect(200);
        program.post("accounts", Map.of("name", "x")).expectProblem(403, "access-denied");
        assertThat(owner.get(CLIENTS).expect(200).text())
                .contains(issued.path("clientId").asText())
                .doesNotContain(issued.path("secret").asText());
        assertThat(read().path("lastUsedAt").isNull()).isFalse();
        owner.put(CLIENTS + "/" + made + "/grants", Map.of("grants", List.of("accounts:read", "accounts:write")))
                .expect(200);
        await().untilAsserted(() ->
                program.post("accounts", Map.of("name", "By a program")).expect(201));
        assertThat(owner.get("admin/audit?kind=partners&q="
                                + issued.path("clientId").asText())
                        .expect(200)
                        .text())
                .contains(made)
                .doesNotContain(issued.path("secret").asText());
    }

    @Test
    void aProgramWorksOnWhileItsSecretIsChanged() {
        JsonNode first = create("accounts:read");
        JsonNode second =
                owner.post(CLIENTS + "/" + made + "/rotate", "").expect(200).json();
        assertThat(second.path("secret").asText())
                .isNotEqualTo(first.path("secret").asText());
        api(first).get("accounts?limit=1").expect(200);
        api(second).get("accounts?limit=1").expect(200);
        assertThat(read().path("previousId").asText())
                .isEqualTo(first.path("clientId").asText());
        Api old = api(first);
        owner.delete(CLIENTS + "/" + made + "/previous").expect(204);
        await().untilAsserted(() -> old.get("accounts?limit=1").expectProblem(403, "access-denied"));
        assertThat(token(first).status()).as("at Keycloak").isIn(400, 401);
        api(second).get("accounts?limit=1").expect(200);
    }

    @Test
    void aRevokedProgramIsKeptOutWhateverTokenItHas() {
        JsonNode issued = create("accounts:read");
        Api program = api(issued);
        program.get("accounts?limit=1").expect(200);
        owner.delete(CLIENTS + "/" + made).expect(204);
        await().untilAsserted(() -> program.get("accounts?limit=1").expectProblem(403, "access-denied"));
        assertThat(token(issued).status()).as("at Keycloak").isIn(400, 401);
        assertThat(read().path("active").asBoolean()).isFalse();
        owner.post(CLIENTS + "/" + made + "/rotate", "").expectProblem(404, "not-found");
    }

    @Test
    void wrongNamesAndGrantsAreRefused() {
        assertThat(owner.post(CLIENTS, Map.of("name", " ", "grants", List.of("accounts:fly")))
                        .expectProblem(422, "invalid-record")
                        .errors())
                .containsExactlyInAnyOrder("/name required", "/grants grant.unknown");
        system.person("sales@acme.example")
                .post(CLIENTS, Map.of("name", "x", "grants", List.of()))
                .expectProblem(403, "access-denied");
    }

    private Answer token(JsonNode issued) {
        return new Visit(system.keycloakUrl())
                .post(
                        "/realms/guanxi/protocol/openid-connect/token",
                        new TreeMap<>(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                issued.path("clientId").asText(),
                                "client_secret",
                                issued.path("secret").asText())));
    }
}
