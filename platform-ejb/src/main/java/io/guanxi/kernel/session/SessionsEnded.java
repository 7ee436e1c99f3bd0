package io.guanxi.kernel.session;

/** Sessions of a tenant's people were ended. Fired in the transaction that does it. */
public record SessionsEnded(int tenantId) {}
