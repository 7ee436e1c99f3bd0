package io.guanxi.billing.usage;

/** A tenant uses more or less of something. Fired in the transaction that makes it so. */
record UsageCounted(int tenantId, String limit, long change) {}
