package io.guanxi.billing.usage;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The stored numbers of what the caller's tenant uses. */
@Stateless
@TenantBound
public class UsageStore {

    /** Span of what is a level and no number of a day. */
    private static final String LEVEL = "";

    /** Changes that are added to a total at once. */
    private static final int MOST = 2_000;

    @Inject
    private SqlGateway sql;

    private record Delta(long id, long amount) {}

    /** How much is used of a level, by what is committed; not in the caller's transaction, whose own changes it does not see. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long level(String limit) {
        return total(limit, LEVEL)
                + sql.query(
                                "SELECT SUM(amount) FROM usage_delta WHERE tenant_id = ? AND meter = ?",
                                row -> row.getLong(1),
                                limit)
                        .get(0);
    }

    private long total(String meter, String span) {
        return sql
                .query(
                        "SELECT amount FROM usage_total WHERE tenant_id = ? AND meter = ? AND span = ?",
                        row -> row.getLong(1),
                        meter,
                        span)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** A change of a level, in the transaction that makes it. */
    public void change(String limit, long amount) {
        sql.update(
                "INSERT INTO usage_delta (tenant_id, id, meter, amount) VALUES (?, ?, ?, ?)",
                RecordId.next(),
                limit,
                amount);
    }

    /**
     * Adds changes to the total.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean fold(String limit) {
        lock(limit);
        List<Delta> deltas = deltas(limit);
        add(limit, LEVEL, deltas.stream().mapToLong(Delta::amount).sum());
        remove(deltas);
        return deltas.size() == MOST;
    }

    /** When the total was counted from what is stored; empty when it never was. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<LocalDateTime> countedAt(String limit) {
        return sql
                .query(
                        "SELECT counted_at FROM usage_total WHERE tenant_id = ? AND meter = ? AND span = ?",
                        row -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)),
                        limit,
                        LEVEL)
                .stream()
                .findFirst()
                .flatMap(at -> at);
    }

    /** Puts the number of what is stored in the place of the total. Both are read at the same moment of the database. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recount(String limit, LongSupplier stored) {
        lock(limit);
        List<Delta> deltas = deltas(limit);
        while (deltas.size() == MOST) {
            remove(deltas);
            deltas = deltas(limit);
        }
        remove(deltas);
        sql.change(
                "UPDATE usage_total SET amount = ?, counted_at = ? WHERE meter = ? AND span = ? AND tenant_id = ?",
                stored.getAsLong(),
                LocalDateTime.now(ZoneOffset.UTC),
                limit,
                LEVEL);
    }

    /** Taken before anything is read: of two nodes one waits, and then sees what the other has done. */
    private void lock(String limit) {
        add(limit, LEVEL, 0);
    }

    private List<Delta> deltas(String limit) {
        return sql.query(
                "SELECT id, amount FROM usage_delta WHERE tenant_id = ? AND meter = ? ORDER BY id LIMIT " + MOST,
                row -> new Delta(row.getLong(1), row.getLong(2)),
                limit);
    }

    private void remove(List<Delta> deltas) {
        sql.batch(
                "DELETE FROM usage_delta WHERE tenant_id = ? AND id = ?",
                deltas.stream().map(delta -> new Object[] {delta.id()}).toList());
    }

    /** Adds to the number of a day. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void addOn(String meter, String day, long amount) {
        add(meter, day, amount);
    }

    private void add(String meter, String span, long amount) {
        sql.update(
                "INSERT INTO usage_total (tenant_id, meter, span, amount) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE amount = amount + ?",
                meter,
                span,
                amount,
                amount);
    }

    /** The sum over days whose text lies between these, both included. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long between(String meter, String first, String last) {
        return sql.query(
                        "SELECT SUM(amount) FROM usage_total WHERE tenant_id = ? AND meter = ? AND span >= ? AND span <= ?",
                        row -> row.getLong(1),
                        meter,
                        first,
                        last)
                .get(0);
    }
}
