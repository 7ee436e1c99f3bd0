package io.guanxi.tenantadmin.identity;

/** Keycloak did not do what it was asked for. */
public class ProvisioningFailed extends RuntimeException {

    private final boolean passing;

    private ProvisioningFailed(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    static ProvisioningFailed refused(String step, int status) {
        return new ProvisioningFailed(step + ": Keycloak answered " + status, status >= 500 || status == 429, null);
    }

    static ProvisioningFailed unreachable(String step, Throwable cause) {
        return new ProvisioningFailed(step + ": Keycloak does not answer", true, cause);
    }

    /** Whether the same step may succeed later without any change. */
    public boolean isPassing() {
        return passing;
    }
}
