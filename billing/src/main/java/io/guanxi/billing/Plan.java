package io.guanxi.billing;

import java.util.Map;
import java.util.Set;

/**
 * What is on sale under one name.
 *
 * @param code    stable name such as {@code team}; pages translate it
 * @param modules names of the kernel's modules that it has
 * @param limits  most of something, such as {@code users} or {@code apiCallsPerMonth}; what is absent has no limit
 */
public record Plan(String code, Set<String> modules, Map<String, Long> limits) {

    /** Code of the plan of everybody who has no other. */
    public static final String FREE = "free";

    public Plan {
        modules = Set.copyOf(modules);
        limits = Map.copyOf(limits);
    }
}
