package io.guanxi.tenantadmin.setup;

import io.guanxi.kernel.error.DomainException;

/** Keycloak did not make the operator; the link can be used again. */
public class SetupFailed extends DomainException {

    public SetupFailed(Throwable cause) {
        super("setup.failed");
        initCause(cause);
    }
}
