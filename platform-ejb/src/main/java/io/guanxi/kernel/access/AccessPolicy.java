package io.guanxi.kernel.access;

import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The one place that decides what a caller may do. Today a person's role or a client's grants decide for an object as a
 * whole; scopes and field rules will be decided here too.
 */
@ApplicationScoped
public class AccessPolicy {

    @Inject
    private Entitlements entitlements;

    /**
     * @throws ModuleNotEntitled when the tenant does not have the object's module
     * @throws AccessDenied when the caller lacks the grant
     */
    public void require(ObjectDescriptor object, Operation operation) {
        if (!isEntitled(object)) {
            throw entitlements.refusal(object.module());
        }
        String grant = object.grant(operation.grant());
        if (!holds(CallContext.require(), operation, grant)) {
            throw new AccessDenied(grant);
        }
    }

    /** Whether {@link #require} would pass; pages hide what it would not. */
    public boolean allows(ObjectDescriptor object, Operation operation) {
        return isEntitled(object) && holds(CallContext.require(), operation, object.grant(operation.grant()));
    }

    /**
     * The people of a tenant and its settings are its owner's and admins' business.
     *
     * @throws AccessDenied for everybody else
     */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw new AccessDenied("tenant:admin");
        }
    }

    public boolean isAdmin() {
        Caller caller = CallContext.require();
        return caller.kind() == Caller.Kind.SYSTEM
                || caller.kind() == Caller.Kind.PERSON && (caller.role() == Role.OWNER || caller.role() == Role.ADMIN);
    }

    /** Objects of the tenant's own belong to no module of the plan. */
    private boolean isEntitled(ObjectDescriptor object) {
        return object.isCustom() || entitlements.hasModule(object.module());
    }

    private static boolean holds(Caller caller, Operation operation, String grant) {
        return switch (caller.kind()) {
            case SYSTEM -> true;
            case PERSON -> operation == Operation.READ || caller.role() != Role.READ_ONLY;
            case CLIENT -> caller.grants().contains(grant);
        };
    }
}
