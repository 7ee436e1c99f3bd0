package io.guanxi.identity;

import java.io.Serializable;

/**
 * An organization of Keycloak that somebody belongs to, seen as a tenant.
 *
 * @param tenantId the tenant's id in the product; positive
 * @param alias    the organization's short name, used as slug of the tenant
 */
public record Membership(int tenantId, String alias) implements Serializable {}
