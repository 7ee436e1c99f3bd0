package io.guanxi.kernel.security;

/** What a company asks of those who come in changed. Fired in the transaction of the change. */
public record SecurityChanged(int tenantId) {}
