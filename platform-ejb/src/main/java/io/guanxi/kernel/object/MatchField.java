package io.guanxi.kernel.object;

/**
 * A field that tells that two records mean the same.
 *
 * @param field  name of the field
 * @param kind   how its values are compared
 * @param weight percent: how likely two records of the tenant with the same value are one, if nothing else is known
 */
public record MatchField(String field, MatchKind kind, int weight) {}
