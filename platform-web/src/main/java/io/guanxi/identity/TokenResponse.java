package io.guanxi.identity;

import java.time.Duration;

/**
 * What Keycloak's token end point handed out.
 *
 * @param idToken      signed statement about the person; not yet checked
 * @param refreshToken for asking again; null when the old one stays valid
 * @param lifetime     until the access token ends, which is when Keycloak is asked again
 */
record TokenResponse(String idToken, String refreshToken, Duration lifetime) {}
