package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of a company's own identity provider and its mail domains. */
final class ProviderPaths {

    static final String TAG = "identityProvider";

    private static final String BASE = "/v1/admin/identity-provider";
    private static final String PROVIDER = "IdentityProvider";
    private static final String INPUT = "IdentityProviderInput";
    private static final String DOMAIN = "MailDomain";

    private final Texts texts;
    private final CommonParts parts;

    ProviderPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(BASE, Node.of("get", read(), "put", put(), "delete", remove()));
        paths.put(BASE + "/active", Node.of("put", activate()));
        paths.put(BASE + "/test", Node.of("post", test()));
        paths.put(BASE + "/domains", Node.of("get", domains(), "post", claim()));
        paths.put(BASE + "/domains/{domain}", Node.of("delete", giveUp()));
        paths.put(BASE + "/domains/{domain}/verify", Node.of("post", verify()));
    }

    private Map<String, Object> read() {
        return operation("read", "readIdentityProvider")
                .answer(200, texts.get("answer.record"), Node.schema(PROVIDER))
                .problems();
    }

    private Map<String, Object> put() {
        return operation("put", "putIdentityProvider")
                .body(Node.content("application/json", Node.schema(INPUT)))
                .answer(200, texts.get("answer.record"), Node.schema(PROVIDER))
                .problems(400, 412, 413, 415, 422);
    }

    private Map<String, Object> remove() {
        return operation("remove", "removeIdentityProvider")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Map<String, Object> activate() {
        return operation("activate", "activateIdentityProvider")
                .body(Node.content("application/json", object("active", truth())))
                .answer(200, texts.get("answer.record"), Node.schema(PROVIDER))
                .problems(400, 404, 412, 413, 415, 422);
    }

    private Map<String, Object> test() {
        Map<String, Object> finding =
                Node.of("type", "object", "properties", Node.of("code", CommonParts.text(), "good", truth()));
        return operation("test", "testIdentityProvider")
                .answer(
                        200,
                        texts.get("answer.record"),
                        Node.of("type", "object", "properties", Node.of("findings", list(finding))))
                .problems(404);
    }

    private Map<String, Object> domains() {
        return operation("domains", "listMailDomains")
                .answer(
                        200,
                        texts.get("answer.page"),
                        Node.of("type", "object", "properties", Node.of("items", list(Node.schema(DOMAIN)))))
                .problems();
    }

    private Map<String, Object> claim() {
        return operation("claim", "claimMailDomain")
                .body(Node.content("application/json", object("domain", CommonParts.text())))
                .answer(201, texts.get("answer.record"), Node.schema(DOMAIN))
                .problems(400, 413, 415, 422);
    }

    private Map<String, Object> verify() {
        return operation("verify", "verifyMailDomain")
                .parameters(List.of(domain()))
                .answer(200, texts.get("answer.record"), Node.schema(DOMAIN))
                .problems(404, 422);
    }

    private Map<String, Object> giveUp() {
        return operation("giveUp", "removeMailDomain")
                .parameters(List.of(domain()))
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Operation operation(String key, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.provider." + key))
                .description(texts.get("operation.cleansing.admin"));
    }

    private static Map<String, Object> domain() {
        return Node.of("name", "domain", "in", "path", "required", true, "schema", CommonParts.text());
    }

    private static Map<String, Object> object(String member, Map<String, Object> schema) {
        return Node.of("type", "object", "properties", Node.of(member, schema), "required", List.of(member));
    }

    private static Map<String, Object> list(Map<String, Object> schema) {
        return Node.of("type", "array", "items", schema);
    }

    private static Map<String, Object> truth() {
        return Node.of("type", "boolean");
    }

    private static Map<String, Object> maybe(String format) {
        return Node.of("type", List.of("string", "null"), "format", format);
    }

    private static Map<String, Object> protocol() {
        return Node.of("type", "string", "enum", List.of("oidc", "saml"));
    }

    void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("protocol", protocol());
        input.put("address", maybe(null));
        input.put("metadata", maybe(null));
        input.put("clientId", maybe(null));
        input.put("clientSecret", Node.of("type", List.of("string", "null"), "writeOnly", true));
        input.put("verifiedOnly", truth());
        input.put("version", Node.of("type", "integer", "description", texts.get("member.provider.version")));
        schemas.put(INPUT, Node.of("type", "object", "properties", input, "required", List.of("protocol", "version")));
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("protocol", protocol());
        provider.put("address", maybe(null));
        provider.put("entity", CommonParts.text());
        provider.put("signIn", CommonParts.text());
        provider.put("clientId", maybe(null));
        provider.put("verifiedOnly", truth());
        provider.put("active", truth());
        provider.put("changedAt", Node.of("type", "string", "format", "date-time"));
        provider.put("version", Node.of("type", "integer"));
        provider.put("returnAddress", CommonParts.text());
        provider.put("serviceEntity", CommonParts.text());
        schemas.put(PROVIDER, Node.of("type", "object", "properties", provider));
        Map<String, Object> domain = new LinkedHashMap<>();
        domain.put("domain", CommonParts.text());
        domain.put("verifiedAt", maybe("date-time"));
        domain.put("recordName", CommonParts.text());
        domain.put("recordValue", CommonParts.text());
        schemas.put(DOMAIN, Node.of("type", "object", "properties", domain));
    }
}
