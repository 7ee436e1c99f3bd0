package io.guanxi.billing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.entitlement.Entitlements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Answers the kernel from the tenant's subscription; a tenant without one has the Free plan. */
@ApplicationScoped
public class PlanEntitlements implements Entitlements {

    private EntitlementCache cache;
    private Subscriptions subscriptions;

    protected PlanEntitlements() {}

    @Inject
    public PlanEntitlements(EntitlementCache cache, Subscriptions subscriptions) {
        this.cache = cache;
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean hasModule(String module) {
        return current().modules().contains(module);
    }

    @Override
    public OptionalLong limit(String name) {
        return current().limit(name);
    }

    private Entitlement current() {
        return cache.get(CallContext.require().tenantId(), subscriptions::entitlement);
    }
}
