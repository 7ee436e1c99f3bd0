package io.guanxi.tenantadmin.provider;

import io.guanxi.tenantadmin.identity.KeycloakProviders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A company's identity provider in the words of Keycloak. */
final class ProviderForm {

    /** What stands for a secret that stays as it is. */
    private static final String SAME_SECRET = "**********";

    private static final String TRUE = "true";
    private static final String FALSE = "false";
    private static final String MAIL_NAMES = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

    private ProviderForm() {}

    /**
     * @param secret empty for the one that Keycloak has
     * @param entity what the product is called by a SAML provider
     * @param title  what people call the provider
     */
    static KeycloakProviders.Wanted of(CompanyProvider provider, Optional<String> secret, String entity, String title) {
        boolean isOidc = provider.protocol() == Protocol.OIDC;
        return new KeycloakProviders.Wanted(
                provider.protocol().word(),
                title,
                isOidc ? "${CLAIM.email | lowercase}" : "${NAMEID | lowercase}",
                isOidc ? oidc(provider, secret) : saml(provider.details(), entity),
                provider.active());
    }

    private static Map<String, String> oidc(CompanyProvider provider, Optional<String> secret) {
        ProviderDetails details = provider.details();
        Map<String, String> config = new TreeMap<>();
        config.put("issuer", details.entity());
        config.put("authorizationUrl", details.signIn());
        config.put("tokenUrl", details.token().orElseThrow());
        config.put("jwksUrl", details.keys().orElseThrow());
        details.userInfo().ifPresent(address -> config.put("userInfoUrl", address));
        config.put("disableUserInfo", Boolean.toString(details.userInfo().isEmpty()));
        config.put("useJwksUrl", TRUE);
        config.put("validateSignature", TRUE);
        config.put("clientId", provider.clientId().orElseThrow());
        config.put("clientSecret", secret.orElse(SAME_SECRET));
        config.put("clientAuthMethod", details.isPost() ? "client_secret_post" : "client_secret_basic");
        config.put("defaultScope", "openid email");
        config.put("pkceEnabled", TRUE);
        config.put("pkceMethod", "S256");
        config.put("loginHint", TRUE);
        config.put("filteredByClaim", Boolean.toString(provider.verifiedOnly()));
        config.put("claimFilterName", "email_verified");
        config.put("claimFilterValue", TRUE);
        config.put("syncMode", "IMPORT");
        return config;
    }

    private static Map<String, String> saml(ProviderDetails details, String entity) {
        Map<String, String> config = new TreeMap<>();
        config.put("entityId", entity);
        config.put("idpEntityId", details.entity());
        config.put("singleSignOnServiceUrl", details.signIn());
        config.put("postBindingAuthnRequest", Boolean.toString(details.isPost()));
        config.put("postBindingResponse", TRUE);
        config.put("validateSignature", TRUE);
        config.put("signingCertificate", String.join(",", details.certificates()));
        config.put("wantAssertionsSigned", TRUE);
        config.put("wantAuthnRequestsSigned", FALSE);
        config.put("nameIDPolicyFormat", MAIL_NAMES);
        config.put("principalType", "SUBJECT");
        config.put("allowedClockSkew", "30");
        config.put("syncMode", "IMPORT");
        return config;
    }
}
