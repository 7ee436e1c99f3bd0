package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row of a tenant beneath the product, by what a comparison before and after would notice. */
final class TenantRows {

    /** What the product works out by itself is looked at by the count of rows alone, or, where it counts and plans, not at all. */
    private static final Set<String> MOVING = Set.of("account", "member");

    /** Work of the product, and what it gives a new company to begin with some seconds after it is there. */
    private static final Set<String> BY_ITSELF = Set.of(
            "account_fact",
            "care_process",
            "class_move",
            "classification_due",
            "cleansing_due",
            "completeness_due",
            "customer_class",
            "stage_rule",
            "record_change",
            "record_event",
            "job",
            "job_queue",
            "record_count",
            "record_delta",
            "tenant_figures",
            "tenant_figures_due");

    private static final String COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name IN (SELECT table_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND column_name = 'tenant_id') ORDER BY table_name, ordinal_position";

    private final Database database;

    TenantRows(Database database) {
        this.database = database;
    }

    /** Count and checksum of every table's rows of the tenant; of tables that move by themselves the count alone. */
    Map<String, String> of(int tenant) {
        Map<String, String> rows = new TreeMap<>();
        columns().forEach((table, columns) -> {
            String all = columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
            String sum = isMoving(table) ? "0" : "COALESCE(SUM(CRC32(CONCAT_WS('|', " + all + "))), 0)";
            rows.put(
                    table,
                    database.rows("SELECT COUNT(*), " + sum + " FROM `" + table + "` WHERE tenant_id = ?", tenant)
                            .get(0)
                            .toString());
        });
        rows.keySet()
                .removeIf(
                        table -> BY_ITSELF.contains(table) || table.startsWith("usage_") || table.startsWith("audit_"));
        return rows;
    }

    private static boolean isMoving(String table) {
        return MOVING.contains(table);
    }

    /** Rows of the tenant in which a foreign member has arrived, with their tables. */
    List<String> marked(int tenant) {
        List<String> marked = new ArrayList<>();
        columns().forEach((table, columns) -> {
            for (String column : columns) {
                String value = column.endsWith("_at")
                        ? "2001-02-03 04:05:06"
                        : column.equals("version") ? Integer.toString(ForeignMembers.VERSION) : null;
                if (value != null
                        && database.number(
                                        "SELECT COUNT(*) FROM `" + table + "` WHERE tenant_id = ? AND `" + column
                                                + "` = ?",
                                        tenant,
                                        value)
                                > 0) {
                    marked.add(table + "." + column);
                }
            }
        });
        if (database.number("SELECT COUNT(*) FROM member WHERE tenant_id = ? AND role = 'OWNER'", tenant) != 1) {
            marked.add("member.role");
        }
        return marked;
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new TreeMap<>();
        database.rows(COLUMNS)
                .forEach(row -> columns.computeIfAbsent(row.get(0), table -> new ArrayList<>())
                        .add(row.get(1)));
        return columns;
    }
}
