package io.guanxi.kernel.people;

import io.guanxi.kernel.error.DomainException;

/** Where people and programs have their log-ins does not answer; nothing was changed, and trying again may succeed. */
public class IdentitiesAway extends DomainException {

    public IdentitiesAway(Throwable cause) {
        super("identities.away");
        initCause(cause);
    }
}
