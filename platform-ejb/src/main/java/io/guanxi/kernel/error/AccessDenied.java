package io.guanxi.kernel.error;

/** The caller lacks a grant; the message names it. */
public class AccessDenied extends DomainException {

    public AccessDenied(String grant) {
        super("access.denied", grant);
    }
}
