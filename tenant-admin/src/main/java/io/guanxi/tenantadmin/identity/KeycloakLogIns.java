package io.guanxi.tenantadmin.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * How people log in, at Keycloak: their sessions and their second factors. Every method throws {@link ProvisioningFailed} when
 * Keycloak does not answer or refuses.
 */
@ApplicationScoped
public class KeycloakLogIns {

    /** Keycloak's names of what people have beside a password. */
    private static final Set<String> SECOND_FACTORS =
            Set.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");

    private KeycloakAdmin keycloak;

    protected KeycloakLogIns() {}

    @Inject
    public KeycloakLogIns(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Ends one session of a person; one that is gone is ended. */
    public void endSession(String session) {
        keycloak.run("end session", realm -> {
            try {
                realm.deleteSession(session, false);
            } catch (NotFoundException gone) {
                return false;
            }
            return true;
        });
    }

    /** Whether somebody has something beside the password to log in with. */
    public boolean hasSecondFactor(String subject) {
        return keycloak.run(
                "look for a second factor",
                realm -> realm.users().get(subject).credentials().stream().anyMatch(KeycloakLogIns::isSecondFactor));
    }

    /**
     * Takes away whatever somebody has beside the password; who had something sets up a new one with the next log-in.
     *
     * @return how much it was
     */
    public int removeSecondFactors(String subject) {
        return keycloak.run("remove second factors", realm -> {
            UserResource user = realm.users().get(subject);
            List<String> factors = user.credentials().stream()
                    .filter(KeycloakLogIns::isSecondFactor)
                    .map(CredentialRepresentation::getId)
                    .toList();
            if (!factors.isEmpty()) {
                UserRepresentation known = user.toRepresentation();
                known.setRequiredActions(Stream.concat(
                                Optional.ofNullable(known.getRequiredActions()).stream()
                                        .flatMap(List::stream),
                                Stream.of("CONFIGURE_TOTP"))
                        .distinct()
                        .toList());
                user.update(known);
                factors.forEach(user::removeCredential);
            }
            return factors.size();
        });
    }

    private static boolean isSecondFactor(CredentialRepresentation credential) {
        return SECOND_FACTORS.contains(credential.getType());
    }

    /** Whether the person with that mail address belongs to another organization beside the tenant's. */
    public boolean belongsElsewhere(int tenantId, String email) {
        String here = Integer.toString(tenantId);
        return keycloak.findPerson(email)
                .filter(person -> keycloak.run(
                        "look for organizations",
                        realm -> realm.organizations().members().getOrganizations(person.subject(), false).stream()
                                .anyMatch(one -> !List.of(here)
                                        .equals(one.getAttributes().get(KeycloakAdmin.TENANT_ID)))))
                .isPresent();
    }
}
