package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.Role;

/**
 * What a tenant says about a role: one of its own, or one that every tenant has.
 *
 * @param version     counts the changes; 0 when nothing was said yet
 * @param label       what a role of the tenant's own is called; empty for those that every tenant has
 * @param description for whom it is; may be empty
 */
public record RoleDefinition(Role role, long version, String label, String description, Rights rights) {}
