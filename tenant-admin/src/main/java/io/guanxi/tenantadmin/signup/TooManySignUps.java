package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.error.DomainException;

/** Too many wishes to sign up came from one address of the network. */
public class TooManySignUps extends DomainException {

    /**
     * @param minutes until it may be tried again
     */
    public TooManySignUps(long minutes) {
        super("signup.tooMany", minutes);
    }
}
