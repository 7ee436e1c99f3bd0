package io.guanxi.kernel.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The tables of tenants as the database itself tells of them: a new one is known as soon as its migration has run. Read once,
 * since migrations run before anything else.
 */
@ApplicationScoped
public class TenantSchema {

    @Resource(lookup = DataSourceDefinitions.NAME)
    private DataSource dataSource;

    @Inject
    private SqlGateway sql;

    private List<TableShape> tables;

    /** All tables of tenants, by name. */
    public synchronized List<TableShape> tables() {
        if (tables == null) {
            tables = read();
        }
        return tables;
    }

    /** Which migrations the schema is made of, in one text: two that are equal have the same tables. */
    public String version() {
        List<String> versions = sql.queryPlatform(
                "SELECT version FROM flyway_schema_history WHERE success = TRUE AND version IS NOT NULL ORDER BY version",
                row -> row.getString(1));
        return versions.size() + "-" + Integer.toHexString(versions.hashCode());
    }

    private List<TableShape> read() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String catalog = connection.getCatalog();
            List<TableShape> read = new ArrayList<>();
            for (Map.Entry<String, List<ColumnShape>> table :
                    columns(about, catalog).entrySet()) {
                read.add(new TableShape(
                        table.getKey(),
                        List.copyOf(table.getValue()),
                        key(about, catalog, table.getKey()),
                        references(about, catalog, table.getKey())));
            }
            return List.copyOf(read);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Map<String, List<ColumnShape>> columns(DatabaseMetaData about, String catalog) throws SQLException {
        Map<String, List<ColumnShape>> columns = new TreeMap<>();
        try (ResultSet rows = about.getTables(catalog, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                if (!PlatformTables.contains(table)) {
                    columns.put(table, new ArrayList<>());
                }
            }
        }
        for (Map.Entry<String, List<ColumnShape>> table : columns.entrySet()) {
            try (ResultSet rows = about.getColumns(catalog, null, table.getKey(), "%")) {
                while (rows.next()) {
                    // The name is a pattern to the driver: account_fact is one of accountXfact as well.
                    if (rows.getString("TABLE_NAME").equals(table.getKey())) {
                        table.getValue().add(column(rows));
                    }
                }
            }
        }
        return columns;
    }

    private static ColumnShape column(ResultSet row) throws SQLException {
        return new ColumnShape(
                row.getString("COLUMN_NAME"),
                ColumnKind.of(row.getInt("DATA_TYPE")),
                row.getInt("NULLABLE") == DatabaseMetaData.columnNullable,
                "YES".equals(row.getString("IS_GENERATEDCOLUMN")));
    }

    private static List<String> key(DatabaseMetaData about, String catalog, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = about.getPrimaryKeys(catalog, null, table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** What a table points to; that both are of one tenant goes without saying. */
    static List<TableShape.Reference> references(DatabaseMetaData about, String catalog, String table)
            throws SQLException {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        Map<String, String> targets = new LinkedHashMap<>();
        try (ResultSet rows = about.getImportedKeys(catalog, null, table)) {
            while (rows.next()) {
                String column = rows.getString("FKCOLUMN_NAME");
                if (!column.equals(StatementJudge.TENANT_COLUMN)) {
                    columns.computeIfAbsent(rows.getString("FK_NAME"), name -> new LinkedHashSet<>())
                            .add(column);
                    targets.put(rows.getString("FK_NAME"), rows.getString("PKTABLE_NAME"));
                }
            }
        }
        return columns.entrySet().stream()
                .map(one -> new TableShape.Reference(one.getValue(), targets.get(one.getKey())))
                .toList();
    }
}
