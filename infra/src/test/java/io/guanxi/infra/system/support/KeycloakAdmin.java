package io.guanxi.infra.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.settings.Secrets.Secret;
import java.util.List;
import java.util.Map;

/** Keycloak's administration: makes people and clients that a test needs beside those of the demonstration. */
public final class KeycloakAdmin {

    /** Secret of every client made here. */
    public static final String CLIENT_SECRET = "a-secret-of-the-tests-only";

    private static final String REALM = "/admin/realms/guanxi";

    private final Api api;
    private final String token;

    public KeycloakAdmin(RunningSystem system) {
        token = token(system);
        api = new Api(system.keycloakUrl(), () -> java.util.Optional.of(token));
    }

    /** A token of the administrator of all realms. */
    static String token(RunningSystem system) {
        return new Visit(system.keycloakUrl())
                .post(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", system.secrets().get(Secret.KEYCLOAK_ADMIN_PASSWORD)))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    /**
     * A person with the password of the demonstration who belongs to an organization; one that exists stays as it is.
     *
     * @return Keycloak's id of the person
     */
    public String person(String email, String organization) {
        Answer made = api.post(
                REALM + "/users",
                Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Person",
                        "credentials",
                        List.of(Map.of("type", "password", "value", Tokens.DEMO_PASSWORD, "temporary", false))));
        String id = first("/users?exact=true&username=" + Api.encoded(email), email)
                .path("id")
                .asText();
        if (made.status() == 201) {
            join(organization, id);
        }
        return id;
    }

    /** Imports one more realm. */
    public void importRealm(Object realm) {
        api.post("/admin/realms", realm).expect(201);
    }

    public void removeRealm(String name) {
        api.delete("/admin/realms/" + name).expect(204);
    }

    /** What another realm has under an address of its own. */
    public JsonNode realm(String name, String address) {
        return api.get("/admin/realms/" + name + address).expect(200).json();
    }

    /** The kinds of what a person logs in with. */
    public List<String> credentials(String person) {
        return api.get(REALM + "/users/" + person + "/credentials")
                .expect(200)
                .json()
                .findValuesAsText("type");
    }

    /** How many sessions a person has at Keycloak. */
    public int sessions(String person) {
        return api.get(REALM + "/users/" + person + "/sessions")
                .expect(200)
                .json()
                .size();
    }

    /** The organization of a tenant. */
    public void organization(int tenant, String alias, String name) {
        api.post(
                        REALM + "/organizations",
                        Map.of(
                                "name",
                                name,
                                "alias",
                                alias,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("tenant_id", List.of(Integer.toString(tenant)))))
                .expect(201);
    }

    /**
     * A client that speaks for itself and belongs to an organization; one that exists stays as it is.
     *
     * @param scopes default client scopes
     */
    public void client(String clientId, String organization, List<String> scopes) {
        client(clientId, organization, scopes, Map.of());
    }

    /** The same with attributes as Keycloak names them. */
    public void client(String clientId, String organization, List<String> scopes, Map<String, String> attributes) {
        Answer made = api.post(
                REALM + "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        CLIENT_SECRET,
                        "publicClient",
                        false,
                        "standardFlowEnabled",
                        false,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        attributes,
                        "defaultClientScopes",
                        scopes,
                        "optionalClientScopes",
                        List.of()));
        if (made.status() == 201) {
            String client =
                    first("/clients?clientId=" + clientId, clientId).path("id").asText();
            join(
                    organization,
                    api.get(REALM + "/clients/" + client + "/service-account-user")
                            .expect(200)
                            .id());
        }
    }

    /**
     * Gives the realm one more key that its tokens may be signed with; Keycloak itself goes on with its own.
     *
     * @param privateKey in PEM
     * @return what it is called, for {@link #removeKey}
     */
    public String addKey(String privateKey) {
        String realm = api.get(REALM).expect(200).json().path("id").asText();
        String location = api.post(
                        REALM + "/components",
                        Map.of(
                                "name",
                                "key of the tests",
                                "providerId",
                                "rsa",
                                "providerType",
                                "org.keycloak.keys.KeyProvider",
                                "parentId",
                                realm,
                                "config",
                                Map.of(
                                        "priority", List.of("-100"),
                                        "enabled", List.of("true"),
                                        "active", List.of("false"),
                                        "algorithm", List.of("RS256"),
                                        "privateKey", List.of(privateKey))))
                .expect(201)
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Takes such a key away. */
    public void removeKey(String name) {
        api.delete(REALM + "/components/" + name).expect(204);
    }

    /** The token of the administrator: of another realm of the same Keycloak. */
    public String ownToken() {
        return token;
    }

    /** How many organizations there are of a tenant. */
    public int organizations(String tenant) {
        return api.get(REALM + "/organizations?q=" + Api.encoded("tenant_id:" + tenant))
                .expect(200)
                .json()
                .size();
    }

    /** How many people there are with that mail address. */
    public int people(String email) {
        return api.get(REALM + "/users?exact=true&email=" + Api.encoded(email))
                .expect(200)
                .json()
                .size();
    }

    /** How many clients there are of that name. */
    public int clients(String clientId) {
        return api.get(REALM + "/clients?clientId=" + Api.encoded(clientId))
                .expect(200)
                .json()
                .size();
    }

    /** Makes somebody who is there a member of an organization. */
    public void join(String organization, String user) {
        String id = first("/organizations?exact=true&search=" + Api.encoded(organization), organization)
                .path("id")
                .asText();
        api.request("POST", REALM + "/organizations/" + id + "/members")
                .body("application/json", user)
                .send()
                .expect(201);
    }

    private JsonNode first(String address, String what) {
        JsonNode found = api.get(REALM + address).expect(200).json();
        if (found.isEmpty()) {
            throw new AssertionError("Keycloak has no " + what);
        }
        return found.get(0);
    }
}
