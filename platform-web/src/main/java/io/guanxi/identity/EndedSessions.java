package io.guanxi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that Keycloak has told this node to end (OpenID Connect back-channel log-out).
 *
 * <p>Other nodes find out when they next ask Keycloak about the session, within the life of an access token.
 */
@ApplicationScoped
public class EndedSessions {

    private static final Duration KEPT = Duration.ofHours(12);

    private final Map<String, Instant> endedAt = new ConcurrentHashMap<>();

    /** Ends a session for good; ids older than the longest session are forgotten. */
    void end(String sessionId) {
        Instant now = Instant.now();
        endedAt.values().removeIf(at -> at.plus(KEPT).isBefore(now));
        endedAt.put(sessionId, now);
    }

    boolean contains(String sessionId) {
        return sessionId != null && endedAt.containsKey(sessionId);
    }
}
