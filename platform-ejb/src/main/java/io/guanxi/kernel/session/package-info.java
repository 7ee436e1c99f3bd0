/**
 * Where people are logged in: a row for each session of Keycloak that somebody of a tenant uses, in a browser or with a token.
 * Whoever ends one ends it here first, for all nodes; Keycloak is told after that.
 *
 * <p>A session that has ended counts again only when the person has logged in anew at Keycloak since, so that a session of
 * Keycloak that is still there brings nobody back.
 */
package io.guanxi.kernel.session;
