package io.guanxi.kernel.custom;

/** A tenant's own fields changed. Fired in the transaction of the change. */
public record CustomFieldsChanged(int tenantId) {}
