package io.guanxi.billing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a tenant may use in the end: its plan with its exceptions.
 *
 * @param plan    code of the plan that counts
 * @param modules modules it has and has not switched off
 * @param limits  most of something; what is absent has no limit
 */
public record Entitlement(String plan, Set<String> modules, Map<String, Long> limits) {

    public Entitlement {
        modules = Set.copyOf(modules);
        limits = Map.copyOf(limits);
    }

    static Entitlement of(Plan plan, Iterable<ModuleChoice> choices, Iterable<AgreedLimit> agreed) {
        Set<String> modules = new HashSet<>(plan.modules());
        for (ModuleChoice choice : choices) {
            if (choice.isAddOn()) {
                modules.add(choice.module());
            }
            if (choice.isSwitchedOff()) {
                modules.remove(choice.module());
            }
        }
        Map<String, Long> limits = new HashMap<>(plan.limits());
        for (AgreedLimit limit : agreed) {
            limits.remove(limit.name());
            limit.allowed().ifPresent(allowed -> limits.put(limit.name(), allowed));
        }
        return new Entitlement(plan.code(), modules, limits);
    }

    OptionalLong limit(String name) {
        Long allowed = limits.get(name);
        return allowed == null ? OptionalLong.empty() : OptionalLong.of(allowed);
    }
}
