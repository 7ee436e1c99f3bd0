package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.error.DomainException;

/** Keycloak will not have the tenant as it is; an operator has to see why. */
public class ProvisioningRefused extends DomainException {

    public ProvisioningRefused(String reason, Throwable cause) {
        super("provisioning.refused", reason);
        initCause(cause);
    }
}
