package io.guanxi.infra.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds to a realm of an earlier version what is not in it yet: flows that are made of single steps, settings of steps, claims of client scopes,
 * and rights of the product's own client. What is there stays as it is.
 */
final class RealmAdditions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "name";
    private static final String ALIAS = "alias";
    private static final String ID = "id";

    private final Sender admin;

    /** Sends a request to an address below the realm's; what is answered. */
    @FunctionalInterface
    interface Sender {
        String send(String method, String path, String body) throws IOException, InterruptedException;
    }

    RealmAdditions(Sender admin) {
        this.admin = admin;
    }

    void apply(ObjectNode realm) throws IOException, InterruptedException {
        flows(realm.path("authenticationFlows"), realm.path("authenticatorConfig"));
        claims(realm.path("clientScopes"));
        for (JsonNode user : realm.path("users")) {
            if (user.has("serviceAccountClientId") && user.has("clientRoles")) {
                rights(user.path("serviceAccountClientId").asText(), user.path("clientRoles"));
            }
        }
    }

    private void flows(JsonNode wanted, JsonNode settings) throws IOException, InterruptedException {
        Set<String> present = names(get("/authentication/flows"), ALIAS);
        for (JsonNode flow : wanted) {
            if (flow.path("topLevel").asBoolean()
                    && !present.contains(flow.path(ALIAS).asText())) {
                ObjectNode bare = flow.deepCopy();
                bare.remove("authenticationExecutions");
                admin.send("POST", "/authentication/flows", bare.toString());
                steps(flow, settings);
            } else {
                settleOlder(flow, settings);
            }
        }
    }

    /** Steps of a flow that is there already get the settings that they have none of: what tokens call them, for one. */
    private void settleOlder(JsonNode flow, JsonNode settings) throws IOException, InterruptedException {
        for (JsonNode step : flow.path("authenticationExecutions")) {
            if (step.has("authenticatorConfig")) {
                for (JsonNode made : get(executions(flow))) {
                    if (made.path("providerId").equals(step.path("authenticator"))
                            && !made.hasNonNull("authenticationConfig")) {
                        settle(made.path(ID).asText(), step, settings);
                    }
                }
            }
        }
    }

    private static String executions(JsonNode flow) {
        return "/authentication/flows/" + encoded(flow.path(ALIAS).asText()) + "/executions";
    }

    private void steps(JsonNode flow, JsonNode settings) throws IOException, InterruptedException {
        String executions = executions(flow);
        for (JsonNode step : flow.path("authenticationExecutions")) {
            String provider = step.path("authenticator").asText();
            admin.send(
                    "POST",
                    executions + "/execution",
                    JSON.createObjectNode().put("provider", provider).toString());
            for (JsonNode made : get(executions)) {
                if (made.path("providerId").asText().equals(provider)) {
                    ObjectNode changed = made.deepCopy();
                    changed.set("requirement", step.path("requirement"));
                    admin.send("PUT", executions, changed.toString());
                    settle(made.path(ID).asText(), step, settings);
                }
            }
        }
    }

    private void settle(String execution, JsonNode step, JsonNode settings) throws IOException, InterruptedException {
        for (JsonNode setting : settings) {
            if (setting.path(ALIAS).equals(step.path("authenticatorConfig"))) {
                admin.send("POST", "/authentication/executions/" + execution + "/config", setting.toString());
            }
        }
    }

    private void claims(JsonNode wanted) throws IOException, InterruptedException {
        for (JsonNode present : get("/client-scopes")) {
            Set<String> mappers = names(present.path("protocolMappers"), NAME);
            for (JsonNode scope : wanted) {
                if (scope.path(NAME).equals(present.path(NAME))) {
                    for (JsonNode mapper : scope.path("protocolMappers")) {
                        if (!mappers.contains(mapper.path(NAME).asText())) {
                            admin.send(
                                    "POST",
                                    "/client-scopes/" + present.path(ID).asText() + "/protocol-mappers/models",
                                    mapper.toString());
                        }
                    }
                }
            }
        }
    }

    private void rights(String clientId, JsonNode rolesByClient) throws IOException, InterruptedException {
        String account = get("/clients/" + client(clientId) + "/service-account-user")
                .path(ID)
                .asText();
        for (Map.Entry<String, JsonNode> roles : rolesByClient.properties()) {
            String owner = client(roles.getKey());
            ArrayNode all = JSON.createArrayNode();
            for (JsonNode role : roles.getValue()) {
                all.add(get("/clients/" + owner + "/roles/" + encoded(role.asText())));
            }
            admin.send("POST", "/users/" + account + "/role-mappings/clients/" + owner, all.toString());
        }
    }

    private String client(String clientId) throws IOException, InterruptedException {
        return get("/clients?clientId=" + encoded(clientId)).path(0).path(ID).asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(admin.send("GET", path, ""));
    }

    private static Set<String> names(JsonNode list, String member) {
        return new TreeSet<>(list.findValuesAsText(member));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
