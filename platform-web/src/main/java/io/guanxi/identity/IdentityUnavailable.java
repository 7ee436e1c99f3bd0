package io.guanxi.identity;

/** Keycloak does not answer and what is needed from it is not remembered either. */
final class IdentityUnavailable extends Exception {

    IdentityUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
