package io.guanxi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Lets in access tokens of the realm that were issued for the REST interface, and nothing else. */
@ApplicationScoped
public class BearerTokenVerifier {

    static final String AUDIENCE = "guanxi-api";
    private static final String SCHEME = "bearer ";

    /** A signature is checked once a minute at least, so that a key that was withdrawn is of no use for longer. */
    private static final Duration CHECKED = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(CHECKED).build();

    private SignedTokens tokens;

    protected BearerTokenVerifier() {}

    @Inject
    public BearerTokenVerifier(IdentityKeys keys, IdentitySettings settings) {
        tokens = new SignedTokens(
                keys, JOSEObjectType.JWT, settings.issuer(), AUDIENCE, Set.of("sub", "exp", "iat", "typ"));
    }

    /**
     * The token of an {@code Authorization} header.
     *
     * @throws NotAuthenticated    when there is none, or it is not a valid access token for this interface
     * @throws IdentityUnavailable when it cannot be checked because no keys were ever had
     */
    VerifiedToken verify(String authorization) throws NotAuthenticated, IdentityUnavailable {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new NotAuthenticated(NotAuthenticated.Reason.MISSING);
        }
        String text = authorization.substring(SCHEME.length()).trim();
        Checked known = checked.getIfPresent(text);
        if (known != null && Instant.now().isBefore(known.expiry())) {
            return known.token();
        }
        JWTClaimsSet claims = tokens.check(text);
        VerifiedToken token = accessToken(claims);
        checked.put(text, new Checked(token, claims.getExpirationTime().toInstant()));
        return token;
    }

    private static VerifiedToken accessToken(JWTClaimsSet claims) throws NotAuthenticated {
        // Keycloak marks its access tokens so; an ID or a refresh token says something else.
        if (!"Bearer".equals(claims.getClaim("typ"))) {
            throw new NotAuthenticated(NotAuthenticated.Reason.INVALID);
        }
        return VerifiedToken.of(claims);
    }

    private record Checked(VerifiedToken token, Instant expiry) {}
}
