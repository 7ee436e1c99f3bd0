package io.guanxi.kernel.error;

import java.util.Map;
import java.util.Optional;

/** The tenant's plan does not have the module, or its admin has switched it off. */
public class ModuleNotEntitled extends DomainException {

    private final String module;
    private final String plan;

    private ModuleNotEntitled(String module, String plan, String code, Object... args) {
        super(code, args);
        this.module = module;
        this.plan = plan;
    }

    /**
     * The plan does not have it.
     *
     * @param label its label by language tag
     * @param plan  code of the smallest plan that has it; empty when none has
     */
    public static ModuleNotEntitled inPlan(
            String module, Map<String, String> label, Optional<String> plan, Map<String, String> planName) {
        return plan.map(code -> new ModuleNotEntitled(module, code, "module.notInPlan", label, planName))
                .orElseGet(() -> new ModuleNotEntitled(module, null, "module.inNoPlan", label));
    }

    /** An admin of the tenant has switched it off, or something that it needs. */
    public static ModuleNotEntitled switchedOff(String module, Map<String, String> label) {
        return new ModuleNotEntitled(module, null, "module.switchedOff", label);
    }

    /** Name of the module such as {@code sales}. */
    public String module() {
        return module;
    }

    /** Code of the smallest plan that has it; empty when the tenant's own has it, or none. */
    public Optional<String> plan() {
        return Optional.ofNullable(plan);
    }
}
