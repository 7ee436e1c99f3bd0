package io.guanxi.kernel.layout;

/** A tenant's layouts changed. Fired in the transaction of the change. */
public record LayoutsChanged(int tenantId) {}
