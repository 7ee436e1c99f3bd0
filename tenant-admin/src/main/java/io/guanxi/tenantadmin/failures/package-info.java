/**
 * Log-ins that fail at Keycloak's own page: Keycloak keeps them as events, the product reads those every ten seconds and tells
 * them to the audit of the companies that the person belongs to. Of names that nobody has nothing is kept.
 */
package io.guanxi.tenantadmin.failures;
