package io.guanxi.web.list;

/**
 * A condition in force, shown over the list.
 *
 * @param removeHref address of the list without it
 */
public record FilterChip(String field, String operator, String value, String removeHref) {}
