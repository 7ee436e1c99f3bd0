package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.people.Member;
import java.util.Collection;

/** What protects a tenant's owners. */
final class OwnerRules {

    private OwnerRules() {}

    /**
     * Only an owner makes, changes or removes owners; admins look after everybody else.
     *
     * @param actor role of the caller; null for the product itself
     * @throws AccessDenied when an admin touches an owner or makes one
     */
    static void requireMayChange(Role actor, Role before, Role after) {
        boolean concernsOwner = before.equals(Role.OWNER) || after.equals(Role.OWNER);
        if (concernsOwner && actor != null && !actor.equals(Role.OWNER)) {
            throw AccessDenied.ofOwners();
        }
    }

    /**
     * @param owners the tenant's owners, whatever their status
     * @throws LastOwner when nobody but {@code leaving} is an owner who has logged in and may still
     */
    static void requireAnother(Collection<Member> owners, Member leaving) {
        boolean another = owners.stream()
                .anyMatch(owner -> owner.id() != leaving.id()
                        && owner.role().equals(Role.OWNER)
                        && owner.status() == Member.Status.ACTIVE);
        if (leaving.role().equals(Role.OWNER) && !another) {
            throw new LastOwner();
        }
    }
}
