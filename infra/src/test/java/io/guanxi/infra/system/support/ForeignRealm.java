package io.guanxi.infra.system.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's own identity provider: a second realm of the running Keycloak, which says whatever its makers want. */
public final class ForeignRealm implements AutoCloseable {

    /** Secret of its client. */
    public static final String SECRET = "what-only-two-know";

    public static final String CLIENT = "guanxi-crm";

    private final RunningSystem system;
    private final String name;

    /** One without people. */
    public ForeignRealm(RunningSystem system, String name) {
        this.system = system;
        this.name = name;
        admin().post("/admin/realms", Map.of("realm", name, "enabled", true, "sslRequired", "none"))
                .expect(201);
    }

    public String issuer() {
        return system.keycloakUrl() + "/realms/" + name;
    }

    /** Its metadata for SAML. */
    public String metadata() {
        return issuer() + "/protocol/saml/descriptor";
    }

    /** Somebody with the password of the demonstration, of whom it says that this is their mail address. */
    public ForeignRealm person(String username, String email, boolean isVerified) {
        admin().post(
                        "/admin/realms/" + name + "/users",
                        Map.of(
                                "username",
                                username,
                                "email",
                                email,
                                "emailVerified",
                                isVerified,
                                "enabled",
                                true,
                                "firstName",
                                "Somebody",
                                "lastName",
                                "Else",
                                "credentials",
                                List.of(Map.of("type", "password", "value", Tokens.DEMO_PASSWORD, "temporary", false))))
                .expect(201);
        return this;
    }

    /** Lets the product ask by OpenID Connect. */
    public ForeignRealm oidc(String returnAddress) {
        return client(Map.of(
                "clientId",
                CLIENT,
                "secret",
                SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(returnAddress)));
    }

    /** Lets the product ask by SAML. */
    public ForeignRealm saml(String entity, String returnAddress) {
        return client(Map.of(
                "clientId",
                entity,
                "protocol",
                "saml",
                "redirectUris",
                List.of(returnAddress),
                "attributes",
                Map.of(
                        "saml.assertion.signature",
                        "true",
                        "saml.client.signature",
                        "false",
                        "saml_force_name_id_format",
                        "true",
                        "saml_name_id_format",
                        "email",
                        "saml.force.post.binding",
                        "true",
                        "saml_assertion_consumer_url_post",
                        returnAddress)));
    }

    private ForeignRealm client(Map<String, Object> client) {
        admin().post("/admin/realms/" + name + "/clients", client).expect(201);
        return this;
    }

    @Override
    public void close() {
        admin().delete("/admin/realms/" + name).expect(204);
    }

    private Api admin() {
        String token = KeycloakAdmin.token(system);
        return new Api(system.keycloakUrl(), () -> Optional.of(token));
    }
}
