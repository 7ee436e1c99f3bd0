package io.guanxi.infra.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A call from the operator's own machine to {@code /management} of the application. Who knows the product's secret key
 * may make it: the call carries a token, good for a minute, signed with a key derived from that.
 */
final class ManagementCall {

    private static final String PURPOSE = "guanxi-management";
    private static final Duration VALIDITY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Each entry of each tenant is read again. */
    private static final Duration LONG_PATIENCE = Duration.ofHours(2);

    private static final int OK = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String localUrl;
    private final byte[] key;

    /** For the application at an address, with the product's secret key in base64. */
    ManagementCall(String localUrl, String secretKey) {
        this.localUrl = localUrl;
        this.key = derive(secretKey);
    }

    /** For the application that runs by these settings. */
    static ManagementCall to(Settings settings) throws IOException {
        String key = settings.isGiven(Setting.SECRET_KEY)
                ? settings.get(Setting.SECRET_KEY)
                : Secrets.in(settings.home()).get(Secret.SECRET_KEY);
        return new ManagementCall(settings.localUrl(), key);
    }

    Answer createTenant(String name, String ownerEmail, Optional<String> slug)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("ownerEmail", ownerEmail);
        slug.ifPresent(value -> body.put("slug", value));
        return send("/management/tenants", PATIENCE, body.toString());
    }

    /** The audit of one tenant, or of all, computed again. */
    Answer verifyAudit(Optional<String> slug) throws IOException, InterruptedException {
        String query = slug.map(one -> "?slug=" + encoded(one)).orElse("");
        return send("/management/audit/verify" + query, LONG_PATIENCE, "");
    }

    /** All data of a tenant, written to a file; the file is whole or, after another answer than success, not there. */
    Answer backUpTenant(String slug, Path file) throws IOException, InterruptedException {
        HttpRequest request = request("/management/tenant/backup?slug=" + encoded(slug), LONG_PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                return new Answer(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return new Answer(OK, "");
        }
    }

    /** Puts a file in the place of a tenant's data: its own, by {@code restore}, or another's, by {@code import}. */
    Answer loadTenant(String how, String slug, Path file) throws IOException, InterruptedException {
        String query =
                "?slug=" + encoded(slug) + "&file=" + encoded(file.getFileName().toString());
        HttpRequest request = request("/management/tenant/" + how + query, LONG_PATIENCE)
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return answer(request);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String path, Duration patience, String body) throws IOException, InterruptedException {
        return answer(request(path, patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create(localUrl + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token());
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.statusCode(), answer.body());
    }

    /** A token of its own for every call. */
    String token() {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(PURPOSE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** HMAC-SHA256 of the purpose under the product's key: one key for one use. */
    private static byte[] derive(String secretKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secretKey), "HmacSHA256"));
            return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the application said. */
    record Answer(int status, String body) {

        boolean succeeded() {
            return status / 100 == 2;
        }
    }
}
