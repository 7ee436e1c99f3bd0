package io.guanxi.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementGuardTest {

    private final StatementGuard guard = new StatementGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM account WHERE id = ?",
                "SELECT id FROM account WHERE tenant_id = ? OR id = ?",
                "SELECT id FROM account WHERE tenant_id = 7",
                "SELECT id FROM account WHERE NOT (tenant_id = ?)",
                "SELECT a.id FROM account a, contact c WHERE a.tenant_id = ? AND c.account_id = a.id",
                "SELECT a.id FROM account a LEFT JOIN contact c ON c.account_id = a.id AND a.tenant_id = ? WHERE a.id = ?",
                "SELECT a.id FROM account a LEFT JOIN contact c ON c.account_id = a.id WHERE a.tenant_id = ?",
                "SELECT id FROM account WHERE tenant_id = ? AND id IN (SELECT account_id FROM contact)",
                "SELECT (SELECT COUNT(*) FROM contact) FROM account WHERE tenant_id = ?",
                "SELECT id FROM account WHERE tenant_id = ? UNION SELECT id FROM contact",
                "SELECT id FROM (SELECT id FROM account) x",
                "SELECT id FROM account WHERE tenant_id = ? ORDER BY (SELECT name FROM contact LIMIT 1)",
                "WITH x AS (SELECT id FROM account) SELECT id FROM x",
                "SELECT id FROM other.account WHERE tenant_id = ?",
                "INSERT INTO account (id, name) VALUES (?, ?)",
                "INSERT INTO account (tenant_id, id) VALUES (7, ?)",
                "INSERT INTO account (tenant_id, id) VALUES (?, ?), (7, ?)",
                "INSERT INTO account (tenant_id, id) SELECT tenant_id, id FROM contact",
                "INSERT INTO account (tenant_id, id) VALUES (?, ?) ON DUPLICATE KEY UPDATE tenant_id = ?",
                "UPDATE account SET name = ?",
                "UPDATE account SET tenant_id = ? WHERE tenant_id = ?",
                "UPDATE account SET name = (SELECT name FROM contact LIMIT 1) WHERE tenant_id = ?",
                "DELETE FROM account",
                "DELETE a FROM account a JOIN contact c ON c.account_id = a.id WHERE a.tenant_id = ?",
                "DROP TABLE account",
                "TRUNCATE TABLE account",
                "SELECT 1; DELETE FROM account",
                "CALL anything()",
                "not sql at all"
            })
    void aStatementThatCouldCrossTenantsIsRefused(String sql) {
        assertThatThrownBy(() -> guard.check(sql)).isInstanceOf(CrossTenantStatement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM account WHERE ((id = ?) AND (tenant_id = ?))",
                "SELECT t0.id FROM account t0 WHERE t0.tenant_id = ? ORDER BY t0.name LIMIT ?, ?",
                "SELECT a.id FROM account a JOIN contact c ON c.tenant_id = a.tenant_id AND c.account_id = a.id"
                        + " WHERE a.tenant_id = ?",
                "SELECT a.id FROM account a WHERE a.tenant_id = ? AND EXISTS"
                        + " (SELECT 1 FROM contact c WHERE c.tenant_id = a.tenant_id AND c.account_id = a.id)",
                "SELECT COUNT(id) FROM account WHERE tenant_id = ? AND (name = ? OR city = ?) FOR UPDATE",
                "INSERT INTO account (id, tenant_id) VALUES (?, ?)",
                "INSERT INTO account (id, tenant_id) VALUES (?, ?), (?, ?)",
                "UPDATE account SET name = ?, version = ? WHERE ((id = ?) AND (version = ?)) AND tenant_id = ?",
                "DELETE FROM account WHERE tenant_id = ? AND id = ?",
                "SELECT id FROM tenant WHERE slug = ?",
                "UPDATE job_queue SET owner = ? WHERE job_id = ?",
                "SELECT 1"
            })
    void aStatementTiedToOneTenantPasses(String sql) throws SQLException {
        assertThat(guard.check(sql)).isNotNull();
    }

    @Test
    void theTenantParameterIsFoundByItsPosition() throws SQLException {
        assertThat(guard.check("UPDATE account SET name = ?, city = ? WHERE id = ? AND tenant_id = ?")
                        .tenantParameters())
                .containsExactly(4);
        assertThat(guard.check("INSERT INTO account (id, tenant_id) VALUES (?, ?), (?, ?)")
                        .tenantParameters())
                .containsExactlyInAnyOrder(2, 4);
        assertThat(guard.check("SELECT id FROM account WHERE name IN (?, ?, ?) AND tenant_id = ? AND EXISTS"
                                + " (SELECT 1 FROM contact c WHERE c.id = ? AND c.tenant_id = ?)")
                        .tenantParameters())
                .containsExactlyInAnyOrder(4, 6);
    }

    @Test
    void aPlatformTableMayBeAskedForAnyTenant() throws SQLException {
        assertThat(guard.check("UPDATE job_queue SET owner = ? WHERE tenant_id = ? AND job_id = ?")
                        .tenantParameters())
                .isEmpty();
        assertThat(guard.check("DELETE FROM job_queue q WHERE q.tenant_id = ?").tenantParameters())
                .isEmpty();
    }

    @Test
    void bindingAnotherTenantIsRefused() throws SQLException {
        try (var bound = CallContext.enter(Caller.system(7, "0"))) {
            StatementGuard.checkTenant(7);
            StatementGuard.checkTenant(7L);
            assertThatThrownBy(() -> StatementGuard.checkTenant(8)).isInstanceOf(CrossTenantStatement.class);
            assertThatThrownBy(() -> StatementGuard.checkTenant("7")).isInstanceOf(CrossTenantStatement.class);
        }
        assertThatThrownBy(() -> StatementGuard.checkTenant(7)).isInstanceOf(CallContext.NoCaller.class);
    }

    @Test
    void aTenantStatementWithValuesInItsTextIsRefused() throws SQLException {
        assertThatThrownBy(() -> guard.checkUnprepared("SELECT id FROM account WHERE tenant_id = ?"))
                .isInstanceOf(CrossTenantStatement.class);
        guard.checkUnprepared("SELECT COUNT(*) FROM tenant");
    }
}
