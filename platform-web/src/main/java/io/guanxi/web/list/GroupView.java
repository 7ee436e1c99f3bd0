package io.guanxi.web.list;

/**
 * A group of a list, or a column of a board, before its records are loaded.
 *
 * @param id     of the element on the page that takes the records
 * @param value  what its records have in the field; empty for nothing
 * @param count  formatted; empty when it is not known
 * @param loads  whether there may be records to load; false when it is known to have none
 * @param sums   what the amounts of its records add up to, in words; empty for nothing
 * @param href   address of its first records
 */
public record GroupView(String id, String value, String label, String count, boolean loads, String sums, String href) {}
