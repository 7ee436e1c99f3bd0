package io.guanxi.billing;

import java.util.Optional;
import java.util.Set;

/**
 * How a module stands with a tenant.
 *
 * @param on       whether the tenant has it now
 * @param entitled whether plan or add-on let the tenant have it
 * @param plan     code of the smallest plan that has it; empty when none has
 * @param needs    modules it cannot be without, which are switched on with it
 * @param neededBy modules that are on and cannot be without it, which go off with it
 */
public record ModuleState(
        String name, boolean on, boolean entitled, Optional<String> plan, Set<String> needs, Set<String> neededBy) {}
