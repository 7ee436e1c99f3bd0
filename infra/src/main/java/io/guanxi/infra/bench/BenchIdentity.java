package io.guanxi.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Log-ins for the measurement, made at Keycloak in the product's name: a person with a password and a partner's client. */
final class BenchIdentity {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int CONFLICT = 409;

    private final String issuer;
    private final String adminClient;
    private final String adminSecret;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Keycloak refused, or a log-in did not come to its end. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String what) {
            super(what);
        }
    }

    BenchIdentity(String issuer, String adminClient, String adminSecret) {
        this.issuer = issuer;
        this.adminClient = adminClient;
        this.adminSecret = adminSecret;
    }

    /** Lets the invited person in with a password instead of the link in the mail. */
    void giveWayIn(String email, String password) throws IOException, InterruptedException {
        JsonNode found =
                admin("GET", "/users?exact=true&email=" + encode(email), null).get(0);
        if (found == null) {
            throw new Refused("nobody has the address " + email);
        }
        String user = "/users/" + found.path("id").asText();
        admin("PUT", user, Map.of("emailVerified", true, "requiredActions", new String[0]));
        admin("PUT", user + "/reset-password", Map.of("type", "password", "value", password, "temporary", false));
    }

    /** Makes a client that speaks for a tenant, or gives the one there is a new secret. */
    void makeClient(String clientId, String secret, int tenant) throws IOException, InterruptedException {
        admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "secret",
                        secret,
                        "standardFlowEnabled",
                        false,
                        "serviceAccountsEnabled",
                        true,
                        "defaultClientScopes",
                        new String[] {"basic", "roles", "service_account", "guanxi-api", "organization"},
                        "attributes",
                        Map.of("tenant_id", Integer.toString(tenant))));
        JsonNode client =
                admin("GET", "/clients?clientId=" + encode(clientId), null).get(0);
        String path = "/clients/" + client.path("id").asText();
        admin("PUT", path, Map.of("clientId", clientId, "secret", secret));
        String account =
                admin("GET", path + "/service-account-user", null).path("id").asText();
        join(account, tenant);
    }

    /** Makes a person of a tenant, or gives the one there is a new password. */
    void makePerson(String email, String password, int tenant) throws IOException, InterruptedException {
        admin(
                "POST",
                "/users",
                Map.of("username", email, "email", email, "firstName", "Bench", "lastName", "Narrow", "enabled", true));
        giveWayIn(email, password);
        join(
                admin("GET", "/users?exact=true&email=" + encode(email), null)
                        .get(0)
                        .path("id")
                        .asText(),
                tenant);
    }

    private void join(String user, int tenant) throws IOException, InterruptedException {
        String organization = admin("GET", "/organizations?q=" + encode("tenant_id:" + tenant), null)
                .get(0)
                .path("id")
                .asText();
        admin("POST", "/organizations/" + organization + "/members", user);
    }

    /** An access token of a client. */
    String token(String clientId, String secret) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret=" + encode(secret);
        JsonNode answer = send(
                "POST", issuer + "/protocol/openid-connect/token", null, "application/x-www-form-urlencoded", form);
        return answer.path("access_token").asText();
    }

    /**
     * Logs a person in to the pages as a browser would.
     *
     * @param page an address of the product
     * @return the cookies of the product, as they are sent back to it
     */
    String logIn(URI page, String email, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor();
        HttpResponse<String> form = visitor.open(page);
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new Refused("no log-in form at " + form.uri().getPath());
        }
        HttpResponse<String> in = visitor.submit(
                URI.create(action.group(1).replace("&amp;", "&")),
                "username=" + encode(email) + "&password=" + encode(password));
        if (in.statusCode() != 200 || !in.uri().getPath().equals(page.getPath())) {
            throw new Refused("the log-in ended at " + in.uri().getPath() + " with " + in.statusCode());
        }
        return visitor.cookies(page);
    }

    private JsonNode admin(String method, String path, Object body) throws IOException, InterruptedException {
        return send(
                method,
                adminUrl(path),
                adminToken(),
                "application/json",
                body == null ? "" : JSON.writeValueAsString(body));
    }

    private String adminToken() throws IOException, InterruptedException {
        return token(adminClient, adminSecret);
    }

    private String adminUrl(String path) {
        return issuer.replace("/realms/", "/admin/realms/") + path;
    }

    private JsonNode send(String method, String address, String token, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != CONFLICT) {
            throw new Refused(method + " " + URI.create(address).getPath() + ": " + answer.statusCode());
        }
        return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
