package io.guanxi.kernel.security;

import io.guanxi.kernel.error.DomainException;

/** The company lets nobody in from that address. */
public class AddressRefused extends DomainException {

    public AddressRefused(String address) {
        super("security.refused", address);
    }
}
