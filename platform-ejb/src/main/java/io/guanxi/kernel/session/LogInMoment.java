package io.guanxi.kernel.session;

import java.time.Instant;
import java.util.Objects;

/**
 * A log-in at Keycloak, as a token tells it.
 *
 * @param session Keycloak's id of the session
 * @param at      when the person last proved who they are, to the second
 */
public record LogInMoment(String session, Instant at) {

    public LogInMoment {
        Objects.requireNonNull(session);
        Objects.requireNonNull(at);
    }
}
