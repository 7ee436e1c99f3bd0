package io.guanxi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.util.Set;

/**
 * Checks what every token of the realm must pass: signature by one of the realm's own keys and an allowed algorithm,
 * issuer, audience, and time with 30 seconds of skew. Key references inside a token ({@code jku}, {@code x5u},
 * {@code jwk}) are never followed.
 */
final class SignedTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int SKEW_SECONDS = 30;
    private static final int MAX_LENGTH = 16 * 1024;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * @param type     what the header calls the token
     * @param required claims that must be there besides issuer and audience
     */
    SignedTokens(IdentityKeys keys, JOSEObjectType type, String issuer, String audience, Set<String> required) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.source()));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(type));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), required);
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    JWTClaimsSet check(String token) throws NotAuthenticated, IdentityUnavailable {
        if (token.length() > MAX_LENGTH) {
            throw new NotAuthenticated(NotAuthenticated.Reason.INVALID);
        }
        try {
            return processor.process(token, null);
        } catch (ExpiredJWTException expired) {
            throw new NotAuthenticated(NotAuthenticated.Reason.EXPIRED, expired);
        } catch (RemoteKeySourceException | JWKSetUnavailableException away) {
            throw new IdentityUnavailable("signature keys", away);
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw new NotAuthenticated(NotAuthenticated.Reason.INVALID, bad);
        }
    }
}
