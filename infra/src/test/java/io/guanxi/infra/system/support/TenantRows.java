package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The rows of tenants beneath the product, as one text that is another one when any of them is. */
public record TenantRows(Database database) {

    private static final String COLUMNS =
            "SELECT table_name, GROUP_CONCAT(CONCAT('COALESCE(HEX(`', column_name, '`), \\'-\\')')"
                    + " ORDER BY ordinal_position) FROM information_schema.columns c WHERE table_schema = DATABASE()"
                    + " AND EXISTS (SELECT 1 FROM information_schema.columns t WHERE t.table_schema = DATABASE()"
                    + " AND t.table_name = c.table_name AND t.column_name = 'tenant_id')"
                    + " AND table_name NOT IN ('tenant_figures', 'tenant_figures_due', 'audit_sealing', 'audit_retention_due', 'record_event',"
                    + " 'classification_due', 'cleansing_due', 'completeness_due', 'job_queue', 'usage_total', 'usage_delta')"
                    + " GROUP BY table_name ORDER BY table_name";

    /** The same when nothing is at work on them any more: what was done a moment ago is followed by more. */
    public String settled(String which) {
        AtomicReference<String> last = new AtomicReference<>("");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    String now = checksum(which);
                    return last.getAndSet(now).equals(now);
                });
        return last.get();
    }

    /**
     * Each table with the number and the checksum of its rows.
     *
     * @param which what follows the tenant's number, such as {@code = 1001}
     */
    public String checksum(String which) {
        List<String> lines = new ArrayList<>();
        for (List<String> table : database.rows(COLUMNS)) {
            String sum = database
                    .rows("SELECT COUNT(*), COALESCE(SUM(CRC32(CONCAT_WS('#', " + table.get(1) + "))), 0) FROM `"
                            + table.get(0) + "` WHERE tenant_id " + which)
                    .get(0)
                    .stream()
                    .collect(Collectors.joining(" "));
            lines.add(table.get(0) + " " + sum);
        }
        return String.join("\n", lines);
    }
}
