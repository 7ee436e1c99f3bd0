package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Log-ins that were begun by somebody else, come back another way or twice, and log-outs that nobody asked for. */
@SystemTest
@Proves(ProofPart.FORGERY)
class LogInForgeryIT {

    private static final String CALLBACK = "/oidc/callback";
    private static final String FAILED = "/signin-failed";
    private static final String LOG_OUT = "/oidc/backchannel-logout";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final JOSEObjectType LOG_OUT_TOKEN = new JOSEObjectType("logout+jwt");
    private static final String PERSON = "sales@acme.example";
    private static final String ATTACKER = "sales@globex.example";

    private final RunningSystem system;

    LogInForgeryIT(RunningSystem system) {
        this.system = system;
    }

    /** A log-in up to Keycloak's answer: what the browser would bring back to the product. */
    private record Begun(Visit visit, String back) {

        String parameter(String name) {
            Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(back);
            return value.find() ? value.group(1) : "";
        }
    }

    @Test
    void aLogInComesBackOnceAndWhereItWasBegun(Figures figures) {
        Begun victim = begin(PERSON, "", "");
        Begun attacker = begin(ATTACKER, "", "");
        String code = attacker.parameter("code");
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("no state", "?code=" + code);
        attacks.put("an invented state", "?code=" + code + "&state=invented");
        attacks.put(
                "the state of the attacker's own log-in", "?code=" + code + "&state=" + attacker.parameter("state"));
        attacks.put("no code", "?state=" + begin(PERSON, "", "").parameter("state"));
        attacks.forEach((how, query) -> failed(victim.visit(), CALLBACK + query, how));
        Begun elsewhere = begin(PERSON, "", "");
        failed(
                elsewhere.visit(),
                elsewhere.back().replaceFirst("iss=[^&]+", "iss=" + Api.encoded("https://evil.example/realms/guanxi")),
                "another issuer");
        Begun mixed = begin(PERSON, "", "");
        failed(
                mixed.visit(),
                CALLBACK + "?state=" + mixed.parameter("state") + "&code="
                        + begin(ATTACKER, "", "").parameter("code"),
                "the code of somebody else");
        Begun genuine = begin(PERSON, "", "");
        assertThat(genuine.visit().get(genuine.back()).header("Location")).doesNotContain(FAILED);
        genuine.visit().get("/app").expect(200);
        Answer twice = genuine.visit().get(genuine.back());
        assertThat(twice.header("Location")).as("a second time").endsWith(FAILED);
        figures.add("attempts", attacks.size() + 3L);
    }

    /** What the product asked Keycloak for is what has to come back: the nonce in the token, the proof with the code. */
    @Test
    void aLogInThatWasChangedOnItsWayComesToNothing(Figures figures) {
        for (String part : new String[] {"nonce", "code_challenge"}) {
            Begun changed = begin(PERSON, part, "A".repeat(43));
            failed(changed.visit(), changed.back(), "another " + part);
        }
        figures.add("attempts", 2);
    }

    @Test
    void aSessionHasAnotherNameAfterTheLogIn() {
        Begun begun = begin(PERSON, "", "");
        String before = begun.visit().cookies();
        begun.visit().get(begun.back());
        assertThat(begun.visit().cookies()).isNotEqualTo(before);
        new Visit(system.url()).with(session(before)).get("/app").expect(303);
        new Visit(system.url())
                .with(session(begun.visit().cookies()))
                .get("/app")
                .expect(200);
    }

    private static String session(String cookies) {
        Matcher session = Pattern.compile("JSESSIONID=[^;]+").matcher(cookies);
        assertThat(session.find()).isTrue();
        return session.group();
    }

    @Test
    void nobodyButKeycloakEndsASession(Figures figures) throws Exception {
        Begun begun = begin(PERSON, "", "");
        Visit victim = begun.visit();
        victim.get(begun.back());
        victim.get("/app").expect(200);
        String session = begun.parameter("session_state");
        assertThat(session).isNotEmpty();
        try (RealmKey trusted = RealmKey.add(system)) {
            trusted.awaitKnown(reissued(trusted));
            JWTClaimsSet genuine = logOut(session);
            RSAKey stranger =
                    new RSAKeyGenerator(2048).keyID(trusted.key().getKeyID()).generate();
            Map<String, String> forged = new LinkedHashMap<>();
            forged.put("nothing", "");
            forged.put("an ID token", system.tokens().idTokenOf(PERSON));
            forged.put("an access token", system.tokens().ofPerson(PERSON));
            forged.put(
                    "unsigned",
                    Base64URL.encode("{\"alg\":\"none\",\"typ\":\"logout+jwt\"}") + "."
                            + Base64URL.encode(genuine.toString()) + ".");
            forged.put("signed by a stranger", signed(stranger, LOG_OUT_TOKEN, genuine));
            forged.put("signed with the public key", shared(trusted.key(), genuine));
            forged.put("of another type", signed(trusted.key(), JOSEObjectType.JWT, genuine));
            forged.put("for another client", signed(trusted, changed(genuine, "aud", "guanxi-cli")));
            forged.put(
                    "of another issuer",
                    signed(trusted, changed(genuine, "iss", "https://evil.example/realms/guanxi")));
            forged.put("without the event", signed(trusted, changed(genuine, "events", Map.of("x", Map.of()))));
            forged.put("with a nonce", signed(trusted, changed(genuine, "nonce", "x")));
            forged.put("of no session", signed(trusted, changed(genuine, "sid", null)));
            forged.put(
                    "expired",
                    signed(
                            trusted,
                            changed(genuine, "exp", Date.from(Instant.now().minusSeconds(90)))));
            for (Map.Entry<String, String> one : forged.entrySet()) {
                int status = new Visit(system.url())
                        .post(LOG_OUT, Map.of("logout_token", one.getValue()))
                        .status();
                assertThat(status).as(one.getKey()).isEqualTo(400);
            }
            victim.get("/app").expect(200);
            new Visit(system.url())
                    .post(LOG_OUT, Map.of("logout_token", signed(trusted, genuine)))
                    .expect(200);
            victim.get("/app").expect(303);
            figures.add("attempts", forged.size());
        }
    }

    private void failed(Visit visit, String back, String how) {
        Answer answer = visit.get(back);
        assertThat(answer.header("Location")).as(how).isEqualTo(system.url() + FAILED);
        assertThat(visit.get("/app").status()).as(how + ": a session").isEqualTo(303);
    }

    /**
     * Logs in at Keycloak.
     *
     * @param changed parameter of the product's request that somebody changes on the way; none when empty
     */
    private Begun begin(String email, String changed, String value) {
        Visit visit = new Visit(system.url());
        String request = visit.get("/app").expect(303).header("Location");
        if (!changed.isEmpty()) {
            assertThat(request).contains(changed + "=");
            request = request.replaceFirst("\\b" + changed + "=[^&]+", changed + "=" + value);
        }
        String back = visit.logIn(visit.get(request), email, Tokens.DEMO_PASSWORD)
                .expect(302)
                .header("Location");
        assertThat(back).startsWith(system.url() + CALLBACK);
        return new Begun(visit, back);
    }

    private JWTClaimsSet logOut(String session) {
        return new JWTClaimsSet.Builder()
                .issuer(system.keycloakUrl() + "/realms/guanxi")
                .audience("guanxi-web")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .claim("sid", session)
                .build();
    }

    private String reissued(RealmKey trusted) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(system.tokens().ofPerson(PERSON)).getJWTClaimsSet();
        return signed(trusted.key(), JOSEObjectType.JWT, claims);
    }

    private static JWTClaimsSet changed(JWTClaimsSet claims, String name, Object value) {
        return new JWTClaimsSet.Builder(claims).claim(name, value).build();
    }

    private static String signed(RealmKey trusted, JWTClaimsSet claims) throws JOSEException {
        return signed(trusted.key(), LOG_OUT_TOKEN, claims);
    }

    private static String signed(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String shared(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(LOG_OUT_TOKEN)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new MACSigner(key.toPublicKey().getEncoded()));
        return token.serialize();
    }
}
