package io.guanxi.customers.classes;

import java.util.Map;

/**
 * The caller's tenant has just been given its first classes.
 *
 * @param idsByKey opaque ids by the words for the classes: {@code vip}, {@code lost}, {@code dormant}, {@code potential},
 *     {@code active}, {@code ordinary}
 */
public record ClassesShipped(Map<String, String> idsByKey) {}
