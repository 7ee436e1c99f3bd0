package io.guanxi.billing;

/** What a tenant may use has changed. Fired in the transaction of the change. */
public record EntitlementsChanged(int tenantId) {}
