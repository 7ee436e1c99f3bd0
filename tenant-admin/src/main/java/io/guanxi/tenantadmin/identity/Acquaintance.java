package io.guanxi.tenantadmin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody at Keycloak, as seen after a log-in that failed.
 *
 * @param email       null when they have none
 * @param tenants     numbers of the tenants they belong to
 * @param lockedUntil until when Keycloak takes no password of them; empty when it does
 */
public record Acquaintance(String email, List<Integer> tenants, Optional<Instant> lockedUntil) {}
