package io.guanxi.integrations.rest.idempotency;

import jakarta.ejb.ApplicationException;

/** Another request with the same key was carried out first. */
@ApplicationException(rollback = true)
public class KeyTaken extends RuntimeException {

    KeyTaken(Throwable cause) {
        super(cause);
    }
}
