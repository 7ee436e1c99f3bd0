package io.guanxi.infra.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Access tokens as partners and people get them from Keycloak; each is used until it is near its end. */
public final class Tokens {

    /** Password of every person of the demonstration. */
    public static final String DEMO_PASSWORD = "Demo-2026!";

    private static final Duration USE = Duration.ofMinutes(3);
    private static final String REDIRECT = "http://127.0.0.1/done";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunningSystem system;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    private record Token(JsonNode answer, Instant until) {}

    Tokens(RunningSystem system) {
        this.system = system;
    }

    /** The token of a client that speaks for itself. */
    public String ofClient(String clientId, String secret) {
        return token(
                        "client " + clientId,
                        () -> fetch(Map.of(
                                "grant_type", "client_credentials", "client_id", clientId, "client_secret", secret)))
                .path("access_token")
                .asText();
    }

    /** The token of a person, who logs in at Keycloak's form with the password of the demonstration. */
    public String ofPerson(String email) {
        return ofPerson(email, DEMO_PASSWORD);
    }

    /** The token of a person with another password. */
    public String ofPerson(String email, String password) {
        return person(email, password).path("access_token").asText();
    }

    /** The ID token of a person of the demonstration, which is no key to anything. */
    public String idTokenOf(String email) {
        return person(email, DEMO_PASSWORD).path("id_token").asText();
    }

    /** The refresh token of a person of the demonstration, which opens nothing but Keycloak. */
    public String refreshTokenOf(String email) {
        return person(email, DEMO_PASSWORD).path("refresh_token").asText();
    }

    private JsonNode person(String email, String password) {
        return token("person " + email, () -> logIn(email, password));
    }

    private JsonNode token(String name, Supplier<JsonNode> source) {
        return known.compute(
                        name,
                        (key, token) -> token != null && token.until().isAfter(Instant.now())
                                ? token
                                : new Token(source.get(), Instant.now().plus(USE)))
                .answer();
    }

    /** Authorization code with PKCE, as the command line's client does it. */
    private JsonNode logIn(String email, String password) {
        String verifier = random();
        Visit visit = new Visit(system.keycloakUrl());
        Answer form = visit.get("/realms/guanxi/protocol/openid-connect/auth?"
                + Visit.form(Map.of(
                        "response_type", "code",
                        "client_id", "guanxi-cli",
                        "redirect_uri", REDIRECT,
                        "scope", "openid organization:*",
                        "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256")));
        Answer done = visit.logIn(form, email, password).expect(302);
        Matcher code = CODE.matcher(done.header("Location"));
        if (!code.find()) {
            throw new AssertionError("no code for " + email + ": " + done);
        }
        return fetch(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "guanxi-cli",
                "redirect_uri",
                REDIRECT,
                "code",
                code.group(1),
                "code_verifier",
                verifier));
    }

    private JsonNode fetch(Map<String, String> parameters) {
        return new Visit(system.keycloakUrl())
                .post("/realms/guanxi/protocol/openid-connect/token", new TreeMap<>(parameters))
                .expect(200)
                .json();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
