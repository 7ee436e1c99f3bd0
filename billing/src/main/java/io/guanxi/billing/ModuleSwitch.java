package io.guanxi.billing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.module.ModuleManifest;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.object.Labels;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The modules of the caller's tenant, switched on and off by its admins. What belongs to a module that is off is kept. */
@Stateless
public class ModuleSwitch {

    @Inject
    private Modules modules;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Plans plans;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Entitlements entitlements;

    /** All modules of the product. Needs {@link Feature#ADMINISTER}. */
    public List<ModuleState> list() {
        policy.require(Feature.ADMINISTER);
        Entitlement now = subscriptions.entitlement();
        return modules.all().stream().map(module -> state(module, now)).toList();
    }

    /**
     * One module. Needs {@link Feature#ADMINISTER}.
     *
     * @throws RecordNotFound when the product has no such module
     */
    public ModuleState require(String module) {
        policy.require(Feature.ADMINISTER);
        return state(modules.require(module), subscriptions.entitlement());
    }

    private ModuleState state(ModuleManifest module, Entitlement now) {
        Set<String> neededBy = new TreeSet<>(modules.neededBy(module.name()));
        neededBy.retainAll(now.modules());
        return new ModuleState(
                module.name(),
                now.modules().contains(module.name()),
                now.entitled().contains(module.name()),
                plans.smallestWith(module.name()).map(Plan::code),
                modules.needs(module.name()),
                neededBy);
    }

    /**
     * Switches a module for the whole tenant; acts at once on this node and within a second on others. Modules that cannot
     * be without it go off with it, and come back with it; those it needs go on with it.
     *
     * @param together whether the caller knows that others are switched as well
     * @throws ModuleNeeded when others would be and the caller does not know
     * @throws ModuleNotEntitled when the plan does not have the module, or one that it needs
     */
    public ModuleState change(String module, boolean on, boolean together) {
        ModuleState before = require(module);
        if (before.on() == on) {
            return before;
        }
        Entitlement now = subscriptions.entitlement();
        Set<String> others = new TreeSet<>(on ? before.needs() : before.neededBy());
        if (on) {
            others.removeAll(now.modules());
        }
        if (!others.isEmpty() && !together) {
            throw new ModuleNeeded(on, others, labels(others));
        }
        if (on) {
            requireEntitled(module, now);
            others.forEach(other -> requireEntitled(other, now));
            others.forEach(other -> subscriptions.switchModule(other, true));
        }
        subscriptions.switchModule(module, on);
        return require(module);
    }

    private void requireEntitled(String module, Entitlement now) {
        if (!now.entitled().contains(module)) {
            throw entitlements.refusal(module);
        }
    }

    private Map<String, String> labels(Set<String> names) {
        Map<String, String> labels = new LinkedHashMap<>();
        Labels.LANGUAGES.forEach(locale -> labels.put(
                locale.toLanguageTag(),
                names.stream().map(name -> modules.label(name, locale)).collect(Collectors.joining(", "))));
        return labels;
    }

    /** The plan of the caller's tenant, for pages that name it. Needs {@link Feature#ADMINISTER}. */
    public Entitlement entitlement() {
        policy.require(Feature.ADMINISTER);
        return subscriptions.entitlement();
    }

    /** What ends the trial; empty when the tenant is on none. Needs {@link Feature#ADMINISTER}. */
    public Optional<Subscription> subscription() {
        policy.require(Feature.ADMINISTER);
        return subscriptions.find();
    }
}
