package io.guanxi.kernel.custom;

/**
 * An object of a tenant's own is gone for good with all its records. Fired in the transaction that frees its name, so that
 * whatever was said about it is not taken for something said about the next one of that name.
 */
public record ObjectErased(String object, String path) {}
