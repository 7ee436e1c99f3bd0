/**
 * Who is calling: log-in of the pages at Keycloak, bearer tokens of the REST interface, and the step from either to the
 * {@link io.guanxi.kernel.access.Caller} that the services work for.
 *
 * <p>One servlet filter stands before everything. Under {@code /api} only a bearer token counts, elsewhere only the
 * session: a cookie never calls the REST interface and a token never opens a page. The tenant comes out of the signed
 * organization claim and from nowhere else; a person of several organizations chooses among those alone.
 *
 * <p>Keycloak may be away: signature keys are remembered in memory and on disk, and running sessions go on until their
 * own limit. Only new log-ins need it.
 */
package io.guanxi.identity;
