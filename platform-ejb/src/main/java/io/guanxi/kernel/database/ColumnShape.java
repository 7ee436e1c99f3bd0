package io.guanxi.kernel.database;

/**
 * A column as the database has it.
 *
 * @param nullable  whether a row may leave it empty
 * @param computed  whether the database works its values out from other columns
 */
public record ColumnShape(String name, ColumnKind kind, boolean nullable, boolean computed) {}
