package io.guanxi.tenantadmin.provider;

/**
 * What somebody wants a company's identity provider to be, unchecked; null and empty texts stand for nothing.
 *
 * @param protocol     its word
 * @param address      of the discovery document, its issuer, or of metadata
 * @param metadata     metadata in place of an address
 * @param clientId     what Keycloak is called there
 * @param clientSecret nothing leaves it as it is
 * @param verifiedOnly whether the provider has to call a mail address verified
 * @param version      of the provider when it was read; 0 when there was none
 */
public record ProviderInput(
        String protocol,
        String address,
        String metadata,
        String clientId,
        String clientSecret,
        boolean verifiedOnly,
        long version) {

    /** Nothing of the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "ProviderInput[" + protocol + ", " + address + "]";
    }
}
