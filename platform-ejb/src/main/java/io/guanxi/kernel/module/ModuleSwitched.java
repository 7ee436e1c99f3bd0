package io.guanxi.kernel.module;

/** A tenant has or has no longer a module. Fired in the transaction of the change, on behalf of the tenant. */
public record ModuleSwitched(int tenantId, String module, boolean on) {}
