package io.guanxi.kernel.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Every table that has rows of tenants, as the schema itself tells: a new table is among them without anybody saying so.
 * Platform tables with a column {@code tenant_id} are among them as well.
 */
@ApplicationScoped
public class TenantTables {

    @Resource(lookup = DataSourceDefinitions.NAME)
    private DataSource dataSource;

    /**
     * A table with rows of tenants.
     *
     * @param name     as in the schema
     * @param isHeavy  whether its rows hold contents, so that few of them are much
     * @param isShared whether it is a platform table
     */
    public record Entry(String name, boolean isHeavy, boolean isShared) {}

    /** A column by which rows of a table point into a circle, such as to others of the same table. */
    public record Knot(String table, String column) {}

    /**
     * What has rows of tenants.
     *
     * @param entries those that point come before those they point to, but for the knots
     * @param knots   columns to be emptied first
     */
    public record Plan(List<Entry> entries, List<Knot> knots) {}

    /** Reads the schema; some hundred milliseconds. */
    public Plan plan() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData schema = connection.getMetaData();
            String catalog = connection.getCatalog();
            Set<String> heavy = columns(schema, catalog, "%", true);
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (String table : columns(schema, catalog, StatementJudge.TENANT_COLUMN, false)) {
                entries.put(table, new Entry(table, heavy.contains(table), PlatformTables.contains(table)));
            }
            Map<String, List<TableShape.Reference>> references = new LinkedHashMap<>();
            for (String table : entries.keySet()) {
                references.put(table, TenantSchema.references(schema, catalog, table));
            }
            return ordered(entries, references);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Set<String> columns(DatabaseMetaData schema, String catalog, String name, boolean isBlob)
            throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        try (ResultSet columns = schema.getColumns(catalog, null, "%", name)) {
            while (columns.next()) {
                if (!isBlob
                        || columns.getString("TYPE_NAME")
                                .toUpperCase(Locale.ROOT)
                                .contains("BLOB")) {
                    tables.add(columns.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static Plan ordered(Map<String, Entry> entries, Map<String, List<TableShape.Reference>> references) {
        List<Entry> order = new ArrayList<>();
        List<Knot> knots = new ArrayList<>();
        Map<String, Entry> left = new LinkedHashMap<>(entries);
        while (!left.isEmpty()) {
            Set<String> pointedTo = new LinkedHashSet<>();
            left.keySet()
                    .forEach(table -> references.get(table).stream()
                            .map(TableShape.Reference::table)
                            .filter(target -> !target.equals(table))
                            .forEach(pointedTo::add));
            List<String> free = left.keySet().stream()
                    .filter(table -> !pointedTo.contains(table))
                    .toList();
            // In a circle of tables none is free: the first goes, once nothing in the circle points to it any more.
            List<String> next =
                    free.isEmpty() ? List.of(left.keySet().iterator().next()) : free;
            for (String table : next) {
                left.keySet()
                        .forEach(other -> references.get(other).stream()
                                .filter(reference -> reference.table().equals(table))
                                .flatMap(reference -> reference.columns().stream())
                                .forEach(column -> knots.add(new Knot(other, column))));
                order.add(left.remove(table));
            }
        }
        return new Plan(List.copyOf(order), List.copyOf(knots));
    }
}
