package io.guanxi.kernel.entitlement;

import java.util.OptionalLong;

/** What the caller's tenant may use. One bean of the billing module answers. */
public interface Entitlements {

    /** Whether the tenant's plan has the module and its admin has not switched it off. */
    boolean hasModule(String module);

    /**
     * How much the plan allows of something such as {@code users} or {@code records}; empty for no limit.
     */
    OptionalLong limit(String name);
}
