package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.identity.RealmTemplate;
import io.guanxi.infra.identity.RealmUpdate;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.system.support.KeycloakAdmin;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A realm that an older version has imported learns to tell by which factors somebody logged in. */
@SystemTest
class OlderRealmIT {

    private final KeycloakAdmin keycloak;
    private final RealmUpdate update;
    private final String name = Samples.word();
    private ObjectNode realm;

    OlderRealmIT(RunningSystem system) {
        keycloak = new KeycloakAdmin(system);
        update = new RealmUpdate(system.keycloakUrl(), system.secrets().get(Secret.KEYCLOAK_ADMIN_PASSWORD));
    }

    @BeforeEach
    void importOlderRealm() throws Exception {
        realm = RealmTemplate.load(false)
                .filled(Map.of(
                        "publicUrl", "http://localhost",
                        "signup", "false",
                        "webClientSecret", "web",
                        "adminClientSecret", "admin"));
        realm.put("realm", name);
        realm.putObject("smtpServer");
        realm.remove("users");
        ObjectNode older = realm.deepCopy();
        older.remove("authenticatorConfig");
        older.path("authenticationFlows")
                .forEach(flow -> flow.path("authenticationExecutions")
                        .forEach(execution -> ((ObjectNode) execution).remove("authenticatorConfig")));
        older.path("clientScopes").forEach(scope -> {
            ArrayNode mappers = (ArrayNode) scope.path("protocolMappers");
            for (int i = mappers.size() - 1; i >= 0; i--) {
                if (mappers.get(i).path("name").asText().equals("amr")) {
                    mappers.remove(i);
                }
            }
        });
        keycloak.importRealm(older);
    }

    @AfterEach
    void removeRealm() {
        keycloak.removeRealm(name);
    }

    @Test
    void whatTokensDoNotTellYetIsAddedOnce() throws Exception {
        assertThat(mappers()).doesNotContain("amr").contains("auth_time");
        assertThat(configured()).isEmpty();
        update.apply(realm);
        assertThat(mappers()).containsOnlyOnce("amr");
        assertThat(configured()).containsExactlyInAnyOrder("auth-username-password-form", "auth-otp-form");
        update.apply(realm);
        assertThat(mappers()).containsOnlyOnce("amr");
        assertThat(configured()).hasSize(2);
    }

    private List<String> mappers() {
        for (JsonNode scope : keycloak.realm(name, "/client-scopes")) {
            if (scope.path("name").asText().equals("basic")) {
                return scope.path("protocolMappers").findValuesAsText("name");
            }
        }
        throw new AssertionError("no scope");
    }

    private List<String> configured() {
        List<String> providers = new java.util.ArrayList<>();
        for (JsonNode execution : keycloak.realm(name, "/authentication/flows/guanxi%20browser/executions")) {
            if (execution.hasNonNull("authenticationConfig")) {
                providers.add(execution.path("providerId").asText());
            }
        }
        return providers;
    }
}
