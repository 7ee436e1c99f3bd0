package io.guanxi.tenantadmin.identity;

import java.time.Instant;

/**
 * A log-in that failed at Keycloak's own page. What was entered there is not among it.
 *
 * @param subject Keycloak's id of the person; null when nobody is called so
 * @param address where it came from
 * @param reason  in Keycloak's words, {@code invalid_user_credentials} for example
 */
public record FailedLogIn(String subject, String address, String reason, Instant at) {}
