package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.error.DomainException;

/** The tenant would be left without an owner who can log in. */
public class LastOwner extends DomainException {

    public LastOwner() {
        super("people.lastOwner");
    }
}
