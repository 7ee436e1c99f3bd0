package io.guanxi.kernel.database;

import io.guanxi.kernel.access.CallContext;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Judges each distinct SQL text once: does every block that touches a tenant table name the tenant? */
final class StatementGuard {

    /** Generated texts repeat; lists of values make many variants, so the memory is bounded. */
    private static final int REMEMBERED = 20_000;

    private static final Pattern HARMLESS = Pattern.compile(
            "(?is)\\s*(SELECT 1|SELECT @@[\\w.]+|SET (SESSION|NAMES|autocommit|TRANSACTION)[^;]*|COMMIT|ROLLBACK|/\\* ping \\*/.*)\\s*");

    private final ConcurrentHashMap<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * @throws CrossTenantStatement when the text could touch rows of several tenants
     */
    Verdict check(String sql) throws SQLException {
        Verdict known = verdicts.get(sql);
        if (known != null) {
            return known;
        }
        Verdict verdict = HARMLESS.matcher(sql).matches() ? new Verdict(Set.of()) : StatementJudge.judge(sql);
        if (verdicts.size() >= REMEMBERED) {
            verdicts.clear();
        }
        verdicts.put(sql, verdict);
        return verdict;
    }

    /** A text that carries its values inside cannot name the tenant by parameter: platform tables only. */
    void checkUnprepared(String sql) throws SQLException {
        if (!check(sql).tenantParameters().isEmpty()) {
            throw new CrossTenantStatement("statement on a tenant table must be prepared", sql);
        }
    }

    /** The value bound as tenant must be the caller's own. */
    static void checkTenant(Object value) throws SQLException {
        int tenant = CallContext.require().tenantId();
        if (!(value instanceof Number number) || number.longValue() != tenant) {
            throw new CrossTenantStatement("another tenant was bound", "tenant_id = ?");
        }
    }
}
