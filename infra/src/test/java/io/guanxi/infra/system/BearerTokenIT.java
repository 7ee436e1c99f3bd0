package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that open nothing, tried at the running server; what each is forged from would have been let in. */
@SystemTest
@Proves(ProofPart.TOKENS)
class BearerTokenIT {

    private final RunningSystem system;
    private String valid;
    private SignedJWT parsed;

    BearerTokenIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void theTokenItselfIsLetIn() throws ParseException {
        valid = system.tokens().ofClient("acme-partner", "acme-partner-demo-secret");
        parsed = SignedJWT.parse(valid);
        system.withToken(valid).get("accounts?limit=1").expect(200);
    }

    @Test
    void noTokenIsChallenged() {
        Answer answer = system.anonymous().get("accounts").expectProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        for (String algorithm : new String[] {"none", "None", "NONE"}) {
            String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
            String payload = valid.split("\\.")[1];
            refused(header + "." + payload + ".");
            refused(header + "." + payload + "." + valid.split("\\.")[2]);
        }
        refused(valid.substring(0, valid.lastIndexOf('.') + 1));
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        RSAKey key = realmKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : new byte[][] {
            key.toPublicKey().getEncoded(),
            pem.getBytes(StandardCharsets.US_ASCII),
            pem.strip().getBytes(StandardCharsets.US_ASCII),
            key.toJSONString().getBytes(StandardCharsets.US_ASCII)
        }) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(parsed.getHeader().getType())
                            .keyID(key.getKeyID())
                            .build(),
                    parsed.getJWTClaimsSet());
            forged.sign(new MACSigner(secret));
            refused(forged.serialize());
        }
    }

    @Test
    void anotherKeyUnderTheSameNameIsRefused() throws Exception {
        RSAKey own =
                new RSAKeyGenerator(2048).keyID(parsed.getHeader().getKeyID()).generate();
        refused(signed(own, new JWSHeader.Builder(parsed.getHeader()).build()));
        refused(signed(
                own,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(parsed.getHeader().getType())
                        .jwk(own.toPublicJWK())
                        .build()));
        refused(signed(
                own,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(parsed.getHeader().getType())
                        .keyID("unknown")
                        .jwkURL(java.net.URI.create("http://127.0.0.1:9/keys"))
                        .build()));
    }

    private String signed(RSAKey key, JWSHeader header) throws JOSEException, ParseException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(parsed.getJWTClaimsSet())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        SignedJWT forged = new SignedJWT(header, claims);
        forged.sign(new RSASSASigner(key));
        return forged.serialize();
    }

    @Test
    void anyFlippedBitIsNoticed() {
        String[] parts = valid.split("\\.");
        for (int part = 0; part < 3; part++) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
            for (int position : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                byte[] changed = bytes.clone();
                changed[position] ^= 1;
                String[] forged = parts.clone();
                forged[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                refused(String.join(".", forged));
            }
        }
    }

    @Test
    void anotherTenantCannotBeWrittenIntoAToken() {
        String[] parts = valid.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("1001");
        refused(parts[0] + "." + encoded(payload.replace("1001", "1002")) + "." + parts[2]);
    }

    @Test
    void tokensForSomethingElseAreRefused() {
        refused(Newcomers.tokenForAnotherAudience(system));
        refused(system.tokens().idTokenOf("owner@acme.example"));
        system.withToken(system.tokens().ofPerson("owner@acme.example"))
                .get("accounts?limit=1")
                .expect(200);
    }

    @Test
    void anExpiredTokenIsRefused() {
        String old = Newcomers.shortLivedToken(system);
        system.withToken(old).get("accounts?limit=1").expect(200);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(3))
                .pollInterval(java.time.Duration.ofSeconds(2))
                .until(() -> system.withToken(old).get("accounts?limit=1").status() == 401);
        refused(old);
    }

    @Test
    void tokensElsewhereThanInTheHeaderAreNotLookedAt() {
        system.anonymous().get("accounts?access_token=" + valid).expect(401);
        system.anonymous()
                .request("GET", "accounts")
                .header("Cookie", "access_token=" + valid + "; Authorization=Bearer " + valid)
                .send()
                .expect(401);
        system.anonymous()
                .request("GET", "accounts")
                .header("Authorization", "Basic " + valid)
                .send()
                .expect(401);
    }

    @Test
    void theSessionOfABrowserOpensNoInterface() {
        Visit browser = system.logIn("owner@acme.example");
        assertThat(browser.follow("/app/accounts").expect(200).text()).contains("Olivia Bennett");
        browser.get("/api/v1/accounts").expect(401);
    }

    private RSAKey realmKey() throws ParseException {
        String keys = new Visit(system.keycloakUrl())
                .get("/realms/guanxi/protocol/openid-connect/certs")
                .expect(200)
                .text();
        JWK key = JWKSet.parse(keys).getKeyByKeyId(parsed.getHeader().getKeyID());
        return key.toRSAKey();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String token) {
        Answer answer = system.withToken(token).get("accounts?limit=1").expectProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }
}
