package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.error.DomainException;

/** A company does not come from its status to the one wanted; somebody else may have changed it meanwhile. */
public class StatusNotPossible extends DomainException {

    StatusNotPossible() {
        super("tenant.status");
    }
}
