package io.guanxi.tenantadmin.provider;

import java.util.Locale;
import java.util.Optional;

/** How Keycloak speaks with an identity provider. */
public enum Protocol {
    OIDC,
    SAML;

    /** Name in REST and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The protocol of a name in REST. */
    public static Optional<Protocol> of(String word) {
        for (Protocol one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
