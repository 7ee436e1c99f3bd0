package io.guanxi.tenantadmin.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ManagementTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("x".repeat(32).getBytes());

    private final ManagementTokens tokens =
            new ManagementTokens(KEY, Clock.fixed(NOW, ZoneOffset.UTC), NOW.minusSeconds(3600));

    @Test
    void aFreshTokenIsGoodOnce() {
        String token = signed(claims(NOW).build(), KEY, JWSAlgorithm.HS256);

        assertThat(tokens.admits(token)).isTrue();
        assertThat(tokens.admits(token)).isFalse();
    }

    @Test
    void aTokenOlderThanAMinuteIsRefused() {
        assertThat(admits(claims(NOW.minusSeconds(61)))).isFalse();
        assertThat(admits(claims(NOW.minusSeconds(61)).expirationTime(Date.from(NOW.plusSeconds(600)))))
                .isFalse();
    }

    @Test
    void aTokenFromTheFutureIsRefused() {
        assertThat(admits(claims(NOW.plusSeconds(6)))).isFalse();
    }

    @Test
    void aTokenFromBeforeTheStartIsRefused() {
        ManagementTokens restarted = new ManagementTokens(KEY, Clock.fixed(NOW, ZoneOffset.UTC), NOW.minusSeconds(5));

        assertThat(restarted.admits(signed(claims(NOW.minusSeconds(10)).build(), KEY, JWSAlgorithm.HS256)))
                .isFalse();
    }

    @Test
    void aTokenForSomethingElseIsRefused() {
        assertThat(admits(claims(NOW).audience("guanxi-api"))).isFalse();
    }

    @Test
    void aTokenWithoutIdOrTimesIsRefused() {
        assertThat(admits(claims(NOW).jwtID(null))).isFalse();
        assertThat(admits(claims(NOW).issueTime(null))).isFalse();
        assertThat(admits(claims(NOW).expirationTime(null))).isFalse();
    }

    @Test
    void anotherKeyAlgorithmOrNoSignatureIsRefused() {
        assertThat(tokens.admits(signed(claims(NOW).build(), OTHER_KEY, JWSAlgorithm.HS256)))
                .isFalse();
        assertThat(tokens.admits(new PlainJWT(claims(NOW).build()).serialize())).isFalse();
        assertThat(tokens.admits("")).isFalse();
        assertThat(tokens.admits("a.b.c")).isFalse();
    }

    private boolean admits(JWTClaimsSet.Builder claims) {
        return tokens.admits(signed(claims.build(), KEY, JWSAlgorithm.HS256));
    }

    private static JWTClaimsSet.Builder claims(Instant issued) {
        return new JWTClaimsSet.Builder()
                .audience("guanxi-management")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, String key, JWSAlgorithm algorithm) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] derived = mac.doFinal("guanxi-management".getBytes(StandardCharsets.UTF_8));
            SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
            token.sign(new MACSigner(derived));
            return token.serialize();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
