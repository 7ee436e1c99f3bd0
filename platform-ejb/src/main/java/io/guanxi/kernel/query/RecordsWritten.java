package io.guanxi.kernel.query;

/** Records of an object of a tenant were written. Fired in the transaction of the write. */
public record RecordsWritten(int tenantId, String object) {}
