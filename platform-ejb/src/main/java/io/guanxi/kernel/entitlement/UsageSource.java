package io.guanxi.kernel.entitlement;

/**
 * Counts what a tenant uses of something, exactly and from what is stored. Asked by background work about once a day, so it
 * may read an index from end to end. Session beans name it as a local view beside their own.
 */
public interface UsageSource {

    /** Name of the limit, such as {@link Usage#STORAGE}. */
    String limit();

    /** How much the caller's tenant uses. */
    long counted();
}
