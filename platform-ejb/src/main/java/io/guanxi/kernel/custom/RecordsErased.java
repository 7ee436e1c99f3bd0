package io.guanxi.kernel.custom;

import java.util.List;

/**
 * Records are gone for good, without having been deleted first. Fired in the transaction that erases them, so that whoever
 * keeps something about them lets it go in the same.
 *
 * @param object name of the object they were of, which is no more
 * @param path   its path
 * @param ids    of the records
 */
public record RecordsErased(String object, String path, List<Long> ids) {}
