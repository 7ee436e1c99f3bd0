package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.error.DomainException;

/** The person's second factor guards other companies too: no single one of them may take it away. */
public class SharedSecondFactor extends DomainException {

    public SharedSecondFactor() {
        super("factor.shared");
    }
}
