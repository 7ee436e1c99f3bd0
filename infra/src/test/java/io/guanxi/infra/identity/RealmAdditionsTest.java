package io.guanxi.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A realm of an earlier version gets what it lacks, and keeps what it has. */
class RealmAdditionsTest {

    private static final String REALM = """
            {"authenticationFlows": [
               {"alias": "known", "topLevel": true, "authenticationExecutions": []},
               {"alias": "new one", "topLevel": true, "authenticationExecutions": [
                  {"authenticator": "deny", "authenticatorConfig": "why", "requirement": "REQUIRED"}]},
               {"alias": "part", "topLevel": false, "authenticationExecutions": []}],
             "authenticatorConfig": [{"alias": "why", "config": {"denyErrorMessage": "no"}}],
             "clientScopes": [{"name": "basic", "protocolMappers": [{"name": "sub"}, {"name": "provider"}]}],
             "users": [{"username": "person"},
                       {"serviceAccountClientId": "admin", "clientRoles": {"management": ["look"]}}]}""";

    private static final Map<String, String> PRESENT = Map.of(
            "/authentication/flows", "[{\"alias\": \"known\"}]",
            "/authentication/flows/new%20one/executions", "[{\"id\": \"e1\", \"providerId\": \"deny\"}]",
            "/client-scopes", "[{\"id\": \"s1\", \"name\": \"basic\", \"protocolMappers\": [{\"name\": \"sub\"}]}]",
            "/clients?clientId=admin", "[{\"id\": \"c1\"}]",
            "/clients/c1/service-account-user", "{\"id\": \"u1\"}",
            "/clients?clientId=management", "[{\"id\": \"c2\"}]",
            "/clients/c2/roles/look", "{\"name\": \"look\"}");

    private final List<String> sent = new ArrayList<>();

    @Test
    void whatIsMissingIsAddedAndNothingElse() throws IOException, InterruptedException {
        new RealmAdditions(this::answer).apply((ObjectNode) new ObjectMapper().readTree(REALM));
        assertThat(sent)
                .containsExactly(
                        "POST /authentication/flows {\"alias\":\"new one\",\"topLevel\":true}",
                        "POST /authentication/flows/new%20one/executions/execution {\"provider\":\"deny\"}",
                        "PUT /authentication/flows/new%20one/executions"
                                + " {\"id\":\"e1\",\"providerId\":\"deny\",\"requirement\":\"REQUIRED\"}",
                        "POST /authentication/executions/e1/config"
                                + " {\"alias\":\"why\",\"config\":{\"denyErrorMessage\":\"no\"}}",
                        "POST /client-scopes/s1/protocol-mappers/models {\"name\":\"provider\"}",
                        "POST /users/u1/role-mappings/clients/c2 [{\"name\":\"look\"}]");
    }

    private String answer(String method, String path, String body) {
        if (method.equals("GET")) {
            return PRESENT.get(path);
        }
        sent.add(method + " " + path + " " + body);
        return "";
    }
}
