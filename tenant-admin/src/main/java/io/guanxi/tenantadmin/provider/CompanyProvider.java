package io.guanxi.tenantadmin.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * A company's identity provider as its admins set it up. The secret is with Keycloak and nowhere in the product.
 *
 * @param address  of the discovery document or metadata; empty when metadata were uploaded
 * @param clientId what Keycloak is called there; empty with SAML
 * @param verifiedOnly whether the provider has to say that it has verified the mail address (OIDC)
 * @param active   whether people may come in by it
 * @param version  goes up by one with each change
 */
public record CompanyProvider(
        Protocol protocol,
        Optional<String> address,
        Optional<String> clientId,
        boolean verifiedOnly,
        ProviderDetails details,
        boolean active,
        long version,
        Instant changedAt) {

    /** The same, for people to come in by or not. */
    CompanyProvider switched(boolean isActive) {
        return new CompanyProvider(
                protocol, address, clientId, verifiedOnly, details, isActive, version + 1, changedAt);
    }
}
