package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The second line of defence: whatever the program forgets, the keys of the schema tie every row to its tenant. */
@SystemTest
@Proves(ProofPart.SCHEMA)
class SchemaRulesIT {

    private static final String TENANT = "tenant_id";

    /** Tables that span tenants by their nature; they hold no customer's data. */
    private static final Set<String> PLATFORM_TABLES = Set.of(
            "tenant",
            "job_queue",
            "record_event",
            "event_handler",
            "event_retry",
            "platform_setting",
            "plan",
            "plan_module",
            "plan_limit",
            "tenant_provisioning",
            "sign_up",
            "sign_up_attempt",
            "classification_due",
            "cleansing_due",
            "tenant_figures",
            "tenant_figures_due",
            "announcement",
            "mail_domain_owner",
            "log_in_watch",
            "audit_sealing",
            "audit_retention_due",
            "tenant_closing",
            "tenant_erasure_count",
            "erasure_certificate",
            "flyway_schema_history");

    private final Database database;

    SchemaRulesIT(RunningSystem system) {
        database = system.database();
    }

    @Test
    void everyTableOfTenantsHasATenantThatIsNeverEmpty(Figures figures) {
        List<String> tables = tenantTables();
        figures.put("tables", tables.size());
        assertThat(tables)
                .contains("account", "contact", "member", "job", "record_change", "record_tag", "stored_file");
        assertThat(database.column(
                        "SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND column_name = ? AND is_nullable = 'NO'",
                        TENANT))
                .containsAll(tables);
    }

    @Test
    void everyPrimaryAndUniqueKeyBeginsWithTheTenant() {
        List<String> keys =
                database.column("SELECT CONCAT(table_name, '.', index_name) FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND non_unique = 0 AND seq_in_index = 1"
                        + " AND column_name <> 'tenant_id'");
        assertThat(ofTenants(keys)).isEmpty();
        List<String> primary = database.column("SELECT table_name FROM information_schema.table_constraints"
                + " WHERE table_schema = DATABASE() AND constraint_type = 'PRIMARY KEY'");
        assertThat(primary).containsAll(tenantTables());
    }

    @Test
    void everyIndexBeginsWithTheTenant() {
        assertThat(
                        ofTenants(
                                database.column(
                                        "SELECT CONCAT(table_name, '.', index_name) FROM information_schema.statistics"
                                                + " WHERE table_schema = DATABASE() AND seq_in_index = 1 AND column_name <> 'tenant_id'")))
                .isEmpty();
    }

    @Test
    void everyForeignKeyTiesTheTenantToTheTenant() {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        database.rows(
                        "SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name"
                                + " FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                                + " AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position")
                .forEach(row -> pairs.computeIfAbsent(row.get(0) + "." + row.get(1), key -> new ArrayList<>())
                        .add(row.get(2) + "→" + row.get(3) + "." + row.get(4)));
        assertThat(pairs).hasSizeGreaterThan(10);
        ofTenants(pairs.keySet()).forEach(key -> {
            String first = pairs.get(key).get(0);
            String target = first.substring(first.indexOf('→') + 1, first.indexOf('.'));
            assertThat(first)
                    .as(key)
                    .isIn("tenant_id→tenant.id", "tenant_id→" + target + ".tenant_id")
                    .doesNotContain("→plan");
        });
    }

    /** The rule itself is tried: a row cannot point to one of another tenant, whoever writes it. */
    @Test
    void theDatabaseItselfRefusesARowThatPointsToAnotherTenant() {
        List<String> foreign = database.column("SELECT id FROM account WHERE tenant_id = 1002 LIMIT 1");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.change(
                        "INSERT INTO contact (tenant_id, id, version, created_at, updated_at, sort_key, name, last_name,"
                                + " account_id) VALUES (1001, 42, 1, NOW(), NOW(), '', 'x', 'x', ?)",
                        Long.parseLong(foreign.get(0))))
                .hasRootCauseInstanceOf(java.sql.SQLIntegrityConstraintViolationException.class);
    }

    private List<String> tenantTables() {
        return database
                .column("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE'")
                .stream()
                .filter(table -> !PLATFORM_TABLES.contains(table))
                .toList();
    }

    private static Set<String> ofTenants(java.util.Collection<String> keys) {
        return keys.stream()
                .filter(key -> !PLATFORM_TABLES.contains(key.substring(0, key.indexOf('.'))))
                .collect(Collectors.toSet());
    }
}
