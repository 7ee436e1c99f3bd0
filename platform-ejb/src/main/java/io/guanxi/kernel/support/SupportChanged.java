package io.guanxi.kernel.support;

/** A tenant has let support in, or shut it out. Fired in the transaction of the change. */
record SupportChanged(int tenantId) {}
