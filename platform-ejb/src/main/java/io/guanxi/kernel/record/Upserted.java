package io.guanxi.kernel.record;

/** What an upsert did: the record, and whether it was new. */
public record Upserted(RecordView record, boolean created) {}
