package io.guanxi.tenantadmin.management;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of whoever knows the product's secret key: JWTs signed with HS256 under a key derived from it, good once and
 * for a minute.
 */
final class ManagementTokens {

    private static final String PURPOSE = "guanxi-management";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** How far the clock of the caller, on the same machine, may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Clock clock;
    private final Instant since;
    private final MACVerifier verifier;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    /**
     * @param secretKey the product's secret key in base64
     * @param since     start of the program: what was used before is not remembered, so older tokens are refused
     */
    ManagementTokens(String secretKey, Clock clock, Instant since) {
        this.clock = clock;
        this.since = since;
        try {
            verifier = new MACVerifier(derive(secretKey));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the token is good; it is not a second time. */
    boolean admits(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            return JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                    && signed.verify(verifier)
                    && isTimely(signed.getJWTClaimsSet())
                    && isFirstUse(signed.getJWTClaimsSet().getJWTID());
        } catch (ParseException | JOSEException unreadable) {
            return false;
        }
    }

    private boolean isTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        return List.of(PURPOSE).equals(claims.getAudience())
                && issued != null
                && expires != null
                // Times in tokens are whole seconds.
                && !issued.toInstant().plusSeconds(1).isBefore(since)
                && !issued.toInstant().isAfter(now.plus(SKEW))
                && !issued.toInstant().isBefore(now.minus(LONGEST))
                && expires.toInstant().isAfter(now);
    }

    private boolean isFirstUse(String id) {
        Instant now = clock.instant();
        used.values().removeIf(at -> at.isBefore(now.minus(LONGEST).minus(SKEW).minus(SKEW)));
        return id != null && !id.isBlank() && used.putIfAbsent(id, now) == null;
    }

    private static byte[] derive(String secretKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secretKey), "HmacSHA256"));
            return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
