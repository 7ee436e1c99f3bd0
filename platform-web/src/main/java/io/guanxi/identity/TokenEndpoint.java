package io.guanxi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Keycloak's token end point: trades codes and refresh tokens for tokens. */
@ApplicationScoped
public class TokenEndpoint {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** After a failure nobody waits for Keycloak again during this pause. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private volatile Instant awayUntil = Instant.MIN;
    private IdentitySettings settings;

    protected TokenEndpoint() {}

    @Inject
    public TokenEndpoint(IdentitySettings settings) {
        this.settings = settings;
    }

    /** Keycloak said no: the code or refresh token does not count (any more). */
    static final class Refused extends Exception {
        Refused(String error) {
            super(error);
        }
    }

    /** Whether the last call failed to reach Keycloak so recently that another is not worth the wait. */
    boolean isAway() {
        return Instant.now().isBefore(awayUntil);
    }

    TokenResponse redeem(String code, String redirectUri, String verifier) throws Refused, IdentityUnavailable {
        return post(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "code_verifier", verifier));
    }

    TokenResponse refresh(String refreshToken) throws Refused, IdentityUnavailable {
        return post(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private TokenResponse post(Map<String, String> form) throws Refused, IdentityUnavailable {
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint("token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500 || response.statusCode() == 429) {
                throw new IOException("Keycloak answered " + response.statusCode());
            }
            Map<String, Object> body = JSONObjectUtils.parse(response.body());
            if (response.statusCode() != 200) {
                throw new Refused(JSONObjectUtils.getString(body, "error"));
            }
            awayUntil = Instant.MIN;
            return new TokenResponse(
                    JSONObjectUtils.getString(body, "id_token"),
                    JSONObjectUtils.getString(body, "refresh_token"),
                    Duration.ofSeconds(JSONObjectUtils.getLong(body, "expires_in")));
        } catch (IOException | ParseException away) {
            awayUntil = Instant.now().plus(PAUSE);
            throw new IdentityUnavailable("token end point", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IdentityUnavailable("token end point", stopped);
        }
    }

    private String credentials() {
        String pair =
                URLEncoder.encode(settings.clientId(), UTF_8) + ":" + URLEncoder.encode(settings.clientSecret(), UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
