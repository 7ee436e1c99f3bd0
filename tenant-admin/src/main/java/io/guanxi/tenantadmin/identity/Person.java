package io.guanxi.tenantadmin.identity;

import org.keycloak.representations.idm.UserRepresentation;

/**
 * Somebody as Keycloak knows them.
 *
 * @param subject  Keycloak's id, the {@code sub} of tokens
 * @param email    address they log in with
 * @param verified whether mail to it has been answered
 * @param enabled  whether they may log in at all
 */
public record Person(
        String subject, String email, String givenName, String familyName, boolean verified, boolean enabled) {

    static Person of(UserRepresentation user) {
        return new Person(
                user.getId(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                Boolean.TRUE.equals(user.isEmailVerified()),
                Boolean.TRUE.equals(user.isEnabled()));
    }
}
