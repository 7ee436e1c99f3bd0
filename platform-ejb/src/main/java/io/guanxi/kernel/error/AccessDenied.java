package io.guanxi.kernel.error;

/** The caller lacks a grant; the message names it. */
public class AccessDenied extends DomainException {

    public AccessDenied(String grant) {
        this("access.denied", grant);
    }

    AccessDenied(String code, String grant) {
        super(code, grant);
    }
}
