/**
 * Provisioning at Keycloak: organizations of tenants, their people and their partner clients.
 *
 * <p>Every step can be repeated: it finds what an earlier, broken-off run has made. Callers run it in jobs, so that a
 * sign-up survives a restart of Keycloak.
 */
package io.guanxi.tenantadmin.identity;
