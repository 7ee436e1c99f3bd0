package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.database.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as an export has it: its columns without the tenant, what the database computes and what stays out.
 *
 * @param key      columns of the primary key without the tenant; none for a table of one row a tenant
 * @param columns  those that are written
 * @param deferred of these, those that point to rows which may come later: written when all rows are there
 */
record PortableTable(String name, List<ColumnShape> key, List<ColumnShape> columns, Set<String> deferred) {

    static final String TENANT = "tenant_id";

    /** Column in which tables name contents of the file store. */
    static final String CONTENT = "content_id";

    /** Rows that stay out of a table that is in: jobs that have not ended are those of who has them. */
    private static final String ENDED_JOBS = " AND finished_at IS NOT NULL";

    static PortableTable of(TableShape shape, Set<String> deferred) {
        return new PortableTable(
                shape.name(),
                shape.key().stream()
                        .filter(column -> !column.equals(TENANT))
                        .map(column -> shape.find(column).orElseThrow())
                        .toList(),
                shape.columns().stream()
                        .filter(column -> !column.name().equals(TENANT)
                                && !column.computed()
                                && !LeftOut.isColumn(shape.name(), column.name()))
                        .toList(),
                deferred);
    }

    /** The first rows, or those after a key: the tenant, and from the second page on what {@link #after} gives. */
    String page(boolean first, int rows) {
        return "SELECT " + names(columns) + from() + (first || key.isEmpty() ? "" : " AND (" + beyond(0) + ")")
                + (key.isEmpty() ? "" : " ORDER BY " + names(key)) + " LIMIT " + rows;
    }

    String count() {
        return "SELECT COUNT(*)" + from();
    }

    /** Reads the contents that rows name; empty for a table that names none. */
    Optional<String> contents() {
        return namesContents()
                ? Optional.of("SELECT " + CONTENT + from() + " AND " + CONTENT + " IS NOT NULL")
                : Optional.empty();
    }

    boolean namesContents() {
        return columns.stream().anyMatch(column -> column.name().equals(CONTENT));
    }

    private String from() {
        return " FROM " + quoted(name) + " WHERE " + TENANT + " = ?" + (name.equals("job") ? ENDED_JOBS : "");
    }

    /** {@code a > ? OR a = ? AND (b > ? OR …)}: an index can be read from there on. */
    private String beyond(int from) {
        String column = quoted(key.get(from).name());
        return from == key.size() - 1
                ? column + " > ?"
                : column + " > ? OR " + column + " = ? AND (" + beyond(from + 1) + ")";
    }

    /** The values for {@link #page} behind the row with that key. */
    Object[] after(List<Object> last) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            values.add(last.get(i));
            if (i < last.size() - 1) {
                values.add(last.get(i));
            }
        }
        return values.toArray();
    }

    /** Puts a row in; the tenant first, then all columns. */
    String insert() {
        return "INSERT INTO " + quoted(name) + " (" + TENANT + ", " + names(columns) + ") VALUES (?"
                + ", ?".repeat(columns.size()) + ")";
    }

    /** Sets what was deferred in one row: the deferred columns, the key, and the tenant at the end. */
    String complete() {
        return "UPDATE " + quoted(name) + " SET "
                + deferred.stream()
                        .sorted()
                        .map(column -> quoted(column) + " = ?")
                        .collect(Collectors.joining(", "))
                + " WHERE "
                + key.stream().map(column -> quoted(column.name()) + " = ?").collect(Collectors.joining(" AND "))
                + " AND " + TENANT + " = ?";
    }

    /** Unties rows from each other, so that they can go in any order. */
    String untie() {
        return "UPDATE " + quoted(name) + " SET "
                + deferred.stream()
                        .sorted()
                        .map(column -> quoted(column) + " = NULL")
                        .collect(Collectors.joining(", "))
                + " WHERE " + TENANT + " = ?";
    }

    private static String names(List<ColumnShape> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    /** Some names are words of SQL. */
    static String quoted(String name) {
        return "`" + name + "`";
    }
}
