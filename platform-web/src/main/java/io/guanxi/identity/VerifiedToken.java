package io.guanxi.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
 */
record VerifiedToken(
        String subject,
        String clientId,
        String email,
        boolean emailVerified,
        Set<String> roles,
        List<Membership> memberships,
        String sessionId)
        implements Serializable {

    static VerifiedToken of(JWTClaimsSet claims) {
        return new VerifiedToken(
                claims.getSubject(),
                text(claims, "client_id"),
                text(claims, "email"),
                Boolean.TRUE.equals(claims.getClaim("email_verified")),
                roles(claims.getClaim("realm_access")),
                OrganizationClaim.read(claims.getClaim(OrganizationClaim.NAME)),
                text(claims, "sid"));
    }

    boolean isClient() {
        return clientId != null;
    }

    boolean isOperator() {
        return roles.contains("operator");
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static Set<String> roles(Object realmAccess) {
        return realmAccess instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles
                ? roles.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
