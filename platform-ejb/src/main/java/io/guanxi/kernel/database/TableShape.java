package io.guanxi.kernel.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of tenants as the database has it.
 *
 * @param key        columns of the primary key, the tenant first
 * @param references foreign keys to other tables of tenants, and to itself
 */
public record TableShape(String name, List<ColumnShape> columns, List<String> key, List<Reference> references) {

    /** A foreign key: the columns, without the tenant, and the table that they point to. */
    public record Reference(Set<String> columns, String table) {}

    public Optional<ColumnShape> find(String column) {
        return columns.stream().filter(one -> one.name().equals(column)).findFirst();
    }
}
