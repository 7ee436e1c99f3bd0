package io.guanxi.kernel.object;

/**
 * Records of another object that point to this one, shown beside a record.
 *
 * @param object name of the other object
 * @param field  its reference field that points here
 */
public record RelatedList(String object, String field) {}
