package io.guanxi.tenantadmin.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail domain that a company says is its own.
 *
 * @param domain     in its stored form
 * @param proof      what has to stand in the domain's name service
 * @param verifiedAt when it stood there; empty when it has not yet, or the domain was proved by another company since
 */
public record MailDomain(String domain, String proof, Optional<Instant> verifiedAt) {

    /** Label of the record in the domain's name service. */
    private static final String LABEL = "_guanxi-challenge.";

    private static final String PREFIX = "guanxi-verification=";

    /** Name of the TXT record that proves it. */
    public String recordName() {
        return LABEL + domain;
    }

    /** Its value. */
    public String recordValue() {
        return PREFIX + proof;
    }

    public boolean isVerified() {
        return verifiedAt.isPresent();
    }
}
