package io.guanxi.billing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers the kernel from the tenant's subscription; a tenant without one has the Free plan. */
@ApplicationScoped
public class PlanEntitlements implements Entitlements {

    private EntitlementCache cache;
    private Subscriptions subscriptions;
    private Plans plans;
    private Modules modules;

    protected PlanEntitlements() {}

    @Inject
    public PlanEntitlements(EntitlementCache cache, Subscriptions subscriptions, Plans plans, Modules modules) {
        this.cache = cache;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.modules = modules;
    }

    @Override
    public boolean hasModule(String module) {
        return current().modules().contains(module);
    }

    @Override
    public ModuleNotEntitled refusal(String module) {
        Map<String, String> label = new LinkedHashMap<>();
        Labels.LANGUAGES.forEach(locale -> label.put(locale.toLanguageTag(), modules.label(module, locale)));
        if (current().entitled().contains(module)) {
            return ModuleNotEntitled.switchedOff(module, label);
        }
        Optional<String> plan = plans.smallestWith(module).map(Plan::code);
        return ModuleNotEntitled.inPlan(
                module, label, plan, plan.map(PlanTexts::planInAll).orElse(Map.of()));
    }

    @Override
    public OptionalLong limit(String name) {
        return current().limit(name);
    }

    /** All that the caller's tenant may use. */
    public Entitlement current() {
        return cache.get(CallContext.require().tenantId(), subscriptions::entitlement);
    }
}
