package io.guanxi.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import io.guanxi.kernel.session.LogInMoment;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token says after its signature and limits were checked.
 *
 * @param subject     Keycloak's id of the person or service account
 * @param clientId    the client that speaks for itself; null for a person
 * @param email       mail address, or null
 * @param emailVerified whether Keycloak has seen a mail of that address answered
 * @param roles       realm roles
 * @param memberships tenants it may act in
 * @param sessionId   Keycloak's session, or null for a service account
 * @param authTime    when the person last proved who they are; null when it is not told
 * @param factors     how they did, by the names of RFC 8176, such as {@code pwd} and {@code otp}
 */
record VerifiedToken(
        String subject,
        String clientId,
        String email,
        boolean emailVerified,
        Set<String> roles,
        List<Membership> memberships,
        String sessionId,
        Instant authTime,
        Set<String> factors)
        implements Serializable {

    private static final Set<String> SECOND = Set.of("otp", "hwk", "swk");

    static VerifiedToken of(JWTClaimsSet claims) {
        return new VerifiedToken(
                claims.getSubject(),
                text(claims, "client_id"),
                text(claims, "email"),
                Boolean.TRUE.equals(claims.getClaim("email_verified")),
                roles(claims.getClaim("realm_access")),
                OrganizationClaim.read(claims.getClaim(OrganizationClaim.NAME)),
                text(claims, "sid"),
                claims.getClaim("auth_time") instanceof Number seconds
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : null,
                claims.getClaim("amr") instanceof Collection<?> factors ? texts(factors) : Set.of());
    }

    boolean isClient() {
        return clientId != null;
    }

    /** Whether something beside the password was shown: a one-time code or a key. */
    boolean isTwofold() {
        return factors.stream().anyMatch(SECOND::contains);
    }

    boolean isOperator() {
        return roles.contains("operator");
    }

    /** The log-in of a person; empty for a client, and when the token does not tell of it. */
    Optional<LogInMoment> logIn() {
        return isClient() || sessionId == null || authTime == null
                ? Optional.empty()
                : Optional.of(new LogInMoment(sessionId, authTime));
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static Set<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> roles(Object realmAccess) {
        return realmAccess instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles
                ? texts(roles)
                : Set.of();
    }
}
