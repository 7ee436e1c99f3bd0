package io.guanxi.kernel.record;

/**
 * A record pointed to by something else than its id, as files do.
 *
 * @param key   field of the record pointed to: {@code externalId}, a unique field, or the one that names it
 * @param value what the field holds
 */
public record LookUp(String key, String value) {

    /** Key by which a record is known in the system it comes from. */
    public static final String EXTERNAL_ID = "externalId";
}
