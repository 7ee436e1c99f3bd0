package io.guanxi.kernel.closing;

import io.guanxi.kernel.closing.Closing.Step;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.database.TenantTables;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * How far the erasing of each company has come and what went so far. Each call is a transaction of its own: what it says has
 * happened, and a batch of rows goes together with its count.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureLedger {

    /** Longer than any batch takes: who has not renewed it is dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 50;

    private static final int ROWS = 1_000;
    private static final int HEAVY_ROWS = 20;

    private static final int LONGEST_FAILURE = 300;

    /** Store that the rows are counted under. */
    static final String DATABASE = "database";

    @Inject
    private SqlGateway sql;

    /** Closings of which the owner has not been told yet. */
    public List<Closing> untold() {
        return ClosingRows.list(sql, "told_at IS NULL AND step = 'WAITING' LIMIT " + MOST_AT_ONCE);
    }

    /** Closings that end in a grace of which so much is left, and of which the owner has not been reminded. */
    public List<Closing> unreminded(Duration left) {
        return ClosingRows.list(
                sql,
                "reminded_at IS NULL AND told_at IS NOT NULL AND step = 'WAITING' AND erase_at <= ? LIMIT "
                        + MOST_AT_ONCE,
                ClosingRows.utc(Instant.now().plus(left)));
    }

    /** Those that are certified and wait for the last mail. */
    public List<Closing> certified() {
        return ClosingRows.list(sql, "step = 'CERTIFIED' LIMIT " + MOST_AT_ONCE);
    }

    /** Ids of the companies whose grace is over and whose erasing nobody is at. */
    public List<Integer> due() {
        return sql.queryPlatform(
                "SELECT tenant_id FROM tenant_closing WHERE (step = 'WAITING' AND erase_at <= ? OR step IN ('STORES', 'ROWS',"
                        + " 'CHECK')) AND (leased_until IS NULL OR leased_until < ?) ORDER BY erase_at LIMIT "
                        + MOST_AT_ONCE,
                row -> row.getInt(1),
                now(),
                now());
    }

    /** Takes the erasing of a company; false while another node is at it. */
    public boolean take(int tenant) {
        return sql.updatePlatform(
                        "UPDATE tenant_closing SET leased_until = ? WHERE tenant_id = ?"
                                + " AND (leased_until IS NULL OR leased_until < ?)",
                        now().plus(LEASE),
                        tenant,
                        now())
                == 1;
    }

    public void leave(int tenant) {
        sql.updatePlatform("UPDATE tenant_closing SET leased_until = NULL WHERE tenant_id = ?", tenant);
    }

    public Closing require(int tenant) {
        return ClosingRows.find(sql, tenant).orElseThrow();
    }

    public void reached(int tenant, Step step) {
        sql.updatePlatform(
                "UPDATE tenant_closing SET step = ?, failure = NULL, leased_until = ? WHERE tenant_id = ?",
                step.name(),
                now().plus(LEASE),
                tenant);
    }

    /** What is in the way, for operators; the next attempt may pass. */
    public void brokeOff(int tenant, String failure) {
        String told = failure == null ? "" : failure;
        sql.updatePlatform(
                "UPDATE tenant_closing SET failure = ? WHERE tenant_id = ?",
                told.substring(0, Math.min(told.length(), LONGEST_FAILURE)),
                tenant);
    }

    /** What a store held when its erasing began; a repeated attempt finds less and changes nothing. */
    public void held(int tenant, String store, Map<String, Long> contents) {
        contents.forEach((name, amount) -> sql.updatePlatform(
                "INSERT INTO tenant_erasure_count (tenant_id, store, name, amount) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE amount = GREATEST(amount, ?)",
                tenant,
                store,
                name,
                amount,
                amount));
    }

    /** Empties a column of some rows of the caller's company; how many. */
    public int loosen(TenantTables.Knot knot) {
        return sql.change("UPDATE " + knot.table() + " SET " + knot.column() + " = NULL WHERE " + knot.column()
                + " IS NOT NULL AND tenant_id = ? LIMIT " + ROWS);
    }

    /** Deletes some rows of the caller's company and counts them; how many. */
    public int delete(int tenant, TenantTables.Entry table) {
        String statement = "DELETE FROM " + table.name() + " WHERE tenant_id = ? ORDER BY tenant_id LIMIT "
                + (table.isHeavy() ? HEAVY_ROWS : ROWS);
        int deleted = table.isShared() ? sql.updatePlatform(statement, tenant) : sql.update(statement);
        if (deleted > 0) {
            sql.updatePlatform(
                    "INSERT INTO tenant_erasure_count (tenant_id, store, name, amount) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE amount = amount + ?",
                    tenant,
                    DATABASE,
                    table.name(),
                    deleted,
                    deleted);
            sql.updatePlatform(
                    "UPDATE tenant_closing SET leased_until = ? WHERE tenant_id = ?", now().plus(LEASE), tenant);
        }
        return deleted;
    }

    /** Whether the table has no row of the caller's company. */
    public boolean isEmpty(int tenant, TenantTables.Entry table) {
        String statement = "SELECT tenant_id FROM " + table.name() + " WHERE tenant_id = ? LIMIT 1";
        return (table.isShared()
                        ? sql.queryPlatform(statement, row -> row.getInt(1), tenant)
                        : sql.query(statement, row -> row.getInt(1)))
                .isEmpty();
    }

    /** The owner knows that the company is closed. */
    public void told(int tenant) {
        sql.updatePlatform("UPDATE tenant_closing SET told_at = ? WHERE tenant_id = ?", now(), tenant);
    }

    /** The owner knows that the company will be erased soon. */
    public void reminded(int tenant) {
        sql.updatePlatform("UPDATE tenant_closing SET reminded_at = ? WHERE tenant_id = ?", now(), tenant);
    }

    /** The owner has the certificate: nothing is left to be done, and nobody's address to be known. */
    public void finished(int tenant) {
        sql.updatePlatform("DELETE FROM tenant_closing WHERE tenant_id = ? AND step = 'CERTIFIED'", tenant);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }
}
