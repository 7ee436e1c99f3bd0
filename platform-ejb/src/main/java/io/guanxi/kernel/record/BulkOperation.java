package io.guanxi.kernel.record;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One step of a bulk request.
 *
 * @param id              record to change or delete; null for create and upsert
 * @param externalSystem  other system of an upsert
 * @param externalId      id there
 * @param expectedVersion version the caller has read; empty when it does not matter
 * @param data            external forms by field name; empty for delete
 */
public record BulkOperation(
        Kind kind,
        String id,
        String externalSystem,
        String externalId,
        OptionalLong expectedVersion,
        Map<String, Object> data) {

    /** What to do. */
    public enum Kind {
        CREATE,
        UPDATE,
        UPSERT,
        DELETE
    }
}
