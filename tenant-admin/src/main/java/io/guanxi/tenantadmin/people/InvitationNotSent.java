package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.error.DomainException;

/** The person was put on the list, but Keycloak could not mail the invitation; sending it again may succeed. */
public class InvitationNotSent extends DomainException {

    public InvitationNotSent(Throwable cause) {
        super("invitation.notSent");
        initCause(cause);
    }
}
