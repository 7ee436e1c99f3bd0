package io.guanxi.kernel.entitlement;

import io.guanxi.kernel.error.ModuleNotEntitled;
import java.util.Optional;
import java.util.OptionalLong;

/** What the caller's tenant may use. One bean of the billing module answers. */
public interface Entitlements {

    /** Whether the tenant's plan has the module and its admin has not switched it off, nor what it needs. */
    boolean hasModule(String module);

    /** Why the tenant does not have the module, in words. */
    ModuleNotEntitled refusal(String module);

    /**
     * How much the plan allows of something such as {@code users} or {@code records}; empty for no limit.
     */
    OptionalLong limit(String name);

    /**
     * @param module empty for what belongs to none
     * @throws ModuleNotEntitled when the tenant does not have it
     */
    default void require(Optional<String> module) {
        module.filter(name -> !hasModule(name)).ifPresent(name -> {
            throw refusal(name);
        });
    }
}
