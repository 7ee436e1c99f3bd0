package io.guanxi.infra.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Brings a realm that was imported earlier up to this installation's present addresses and secrets. Keycloak imports a
 * realm only once, and after a port has been moved its log-in page would refuse to send anybody back.
 */
public final class RealmUpdate {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String keycloak;
    private final String password;

    /** For a Keycloak at an address, whose administrator {@code admin} has the password given. */
    public RealmUpdate(String keycloak, String password) {
        this.keycloak = keycloak;
        this.password = password;
    }

    /**
     * Sets what differs by installation: mail server, and address and secret of the product's clients; and adds what an
     * earlier version of the product did not need.
     *
     * @throws IOException when Keycloak cannot be reached or refuses
     */
    public void apply(ObjectNode realm) throws IOException, InterruptedException {
        String token = token();
        String address = keycloak + "/admin/realms/" + realm.path("realm").asText();
        ObjectNode settings = JSON.createObjectNode();
        settings.set("smtpServer", realm.path("smtpServer"));
        send(token, "PUT", address, settings.toString());
        for (JsonNode wanted : realm.path("clients")) {
            String found = send(
                    token,
                    "GET",
                    address + "/clients?clientId="
                            + encoded(wanted.path("clientId").asText()),
                    "");
            for (JsonNode present : JSON.readTree(found)) {
                send(
                        token,
                        "PUT",
                        address + "/clients/" + present.path("id").asText(),
                        addressesAndSecret(wanted).toString());
            }
        }
        new RealmAdditions((method, path, body) -> send(token, method, address + path, body)).apply(realm);
    }

    private static ObjectNode addressesAndSecret(JsonNode wanted) {
        ObjectNode client = JSON.createObjectNode();
        for (String field :
                new String[] {"clientId", "secret", "rootUrl", "baseUrl", "redirectUris", "webOrigins", "attributes"}) {
            if (wanted.has(field)) {
                client.set(field, wanted.get(field));
            }
        }
        return client;
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + encoded(password)))
                .build();
        return JSON.readTree(answer(request)).path("access_token").asText();
    }

    private String send(String token, String method, String address, String body)
            throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
