package io.guanxi.billing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a tenant may use in the end: its plan with its exceptions.
 *
 * @param plan       code of the plan that counts
 * @param entitled   modules that it may have: those of the plan and add-ons
 * @param modules    modules that it has: may have, has not switched off, and has all they need
 * @param limits     most of something; what is absent has no limit
 */
public record Entitlement(String plan, Set<String> entitled, Set<String> modules, Map<String, Long> limits) {

    public Entitlement {
        entitled = Set.copyOf(entitled);
        modules = Set.copyOf(modules);
        limits = Map.copyOf(limits);
    }

    /**
     * @param complete leaves of some modules those that have what they need among them
     */
    static Entitlement of(
            Plan plan,
            Iterable<ModuleChoice> choices,
            Iterable<AgreedLimit> agreed,
            UnaryOperator<Set<String>> complete) {
        Set<String> entitled = new HashSet<>(plan.modules());
        Set<String> on = new HashSet<>();
        choices.forEach(choice -> {
            if (choice.isAddOn()) {
                entitled.add(choice.module());
            }
        });
        on.addAll(entitled);
        choices.forEach(choice -> {
            if (choice.isSwitchedOff()) {
                on.remove(choice.module());
            }
        });
        Map<String, Long> limits = new HashMap<>(plan.limits());
        for (AgreedLimit limit : agreed) {
            limits.remove(limit.name());
            limit.allowed().ifPresent(allowed -> limits.put(limit.name(), allowed));
        }
        return new Entitlement(plan.code(), entitled, complete.apply(on), limits);
    }

    public OptionalLong limit(String name) {
        Long allowed = limits.get(name);
        return allowed == null ? OptionalLong.empty() : OptionalLong.of(allowed);
    }
}
