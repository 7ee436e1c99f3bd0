package io.guanxi.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import io.guanxi.kernel.session.LogInMoment;
import io.guanxi.tenantadmin.identity.KeycloakProviders;
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
 * @param memberships tenants it may act in; of somebody for whom a company's identity provider spoke, that company alone
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

    /** Stands for the factors that a company's own provider has asked for: it answers for them to its company. */
    private static final String ELSEWHERE = "elsewhere";

    private static final Set<String> SECOND = Set.of("otp", "hwk", "swk", ELSEWHERE);

    /** Keycloak's name of the identity provider that spoke for the person; absent for whoever logged in at Keycloak. */
    private static final String PROVIDER = "identity_provider";

    static VerifiedToken of(JWTClaimsSet claims) {
        List<Membership> memberships = OrganizationClaim.read(claims.getClaim(OrganizationClaim.NAME));
        String provider = text(claims, PROVIDER);
        return provider == null
                ? new VerifiedToken(
                        claims.getSubject(),
                        text(claims, "client_id"),
                        text(claims, "email"),
                        Boolean.TRUE.equals(claims.getClaim("email_verified")),
                        roles(claims.getClaim("realm_access")),
                        memberships,
                        text(claims, "sid"),
                        moment(claims),
                        claims.getClaim("amr") instanceof Collection<?> factors ? texts(factors) : Set.of())
                : spokenFor(claims, provider, memberships);
    }

    /** A company's provider speaks for its company and nobody else: neither a mail address nor a role comes from it. */
    private static VerifiedToken spokenFor(JWTClaimsSet claims, String provider, List<Membership> memberships) {
        return new VerifiedToken(
                claims.getSubject(),
                null,
                null,
                false,
                Set.of(),
                memberships.stream()
                        .filter(one -> provider.equals(KeycloakProviders.alias(one.tenantId())))
                        .toList(),
                text(claims, "sid"),
                moment(claims),
                Set.of(ELSEWHERE));
    }

    private static Instant moment(JWTClaimsSet claims) {
        return claims.getClaim("auth_time") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    boolean isClient() {
        return clientId != null;
    }

    /** Whether something beside the password was shown, a one-time code or a key, or the company's own provider answers for it. */
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
