/**
 * Pages and services for those who run things: a tenant's owner and admins ({@code people}), and the operators of the
 * platform ({@code operator}, {@code provisioning}, {@code setup}).
 *
 * <p>Depends on the kernel, on billing and on Keycloak's admin client (in {@code identity} alone).
 */
package io.guanxi.tenantadmin;
