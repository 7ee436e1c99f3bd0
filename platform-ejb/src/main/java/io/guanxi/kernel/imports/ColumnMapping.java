package io.guanxi.kernel.imports;

/**
 * What one column fills.
 *
 * @param column position from 0
 * @param path   of the target
 */
public record ColumnMapping(int column, String path) {}
