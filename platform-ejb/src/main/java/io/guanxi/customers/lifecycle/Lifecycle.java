package io.guanxi.customers.lifecycle;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of the tenant's accounts: how many are in each, and how they go on. */
@Stateless
@TenantBound
public class Lifecycle {

    /** Days back that can be looked at. */
    public static final int LONGEST = 3_650;

    private static final int MOST_MOVES = 100;

    /** Accounts that began in the first stage by themselves: their first move, if there is one, left it. */
    private static final String BEGUN = " FROM account a WHERE a.tenant_id = ? AND a.created_at >= ?"
            + " AND a.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM stage_move f WHERE f.tenant_id = a.tenant_id"
            + " AND f.account_id = a.id AND f.from_stage IS NULL)";

    @Inject
    private SqlGateway sql;

    @Inject
    private StageMoves moves;

    @Inject
    private RecordService records;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /** How many went from a stage into another. */
    private record Step(String from, String to, long accounts) {}

    /**
     * Counts and conversion. Needs {@code read} on accounts.
     *
     * @param days how far back is looked, 1–{@value #LONGEST}
     */
    public LifecycleView view(int days) {
        access.require(objects.require(FactFields.ACCOUNT), Operation.READ);
        if (days < 1 || days > LONGEST) {
            throw new InvalidQuery("days", LONGEST);
        }
        LocalDateTime since = LocalDateTime.ofInstant(Instant.now().minus(days, ChronoUnit.DAYS), ZoneOffset.UTC);
        Map<String, Long> counts = new HashMap<>();
        ReachSql reach = new ReachSql(access.reach(objects.require(FactFields.ACCOUNT), Operation.READ), "a");
        sql.query(
                "SELECT a.lifecycle_stage, COUNT(*) FROM account a WHERE a.tenant_id = ? AND a.deleted_at IS NULL"
                        + " AND a.lifecycle_stage IS NOT NULL" + reach.and() + " GROUP BY a.lifecycle_stage",
                row -> counts.put(row.getString(1), row.getLong(2)),
                reach.valuesBefore());
        Map<String, Long> entered = entered(since, reach);
        Map<String, Map<String, Long>> reached = reached(since, reach);
        return new LifecycleView(
                days,
                Accounts.STAGES.stream()
                        .map(stage -> new LifecycleView.Stage(
                                stage,
                                counts.getOrDefault(stage, 0L),
                                entered.getOrDefault(stage, 0L),
                                reached.getOrDefault(stage, Map.of())))
                        .toList());
    }

    private Map<String, Long> entered(LocalDateTime since, ReachSql reach) {
        Map<String, Long> entered = new HashMap<>();
        sql.query(
                "SELECT m.to_stage, COUNT(DISTINCT m.account_id) FROM stage_move m JOIN account a"
                        + " ON a.tenant_id = m.tenant_id AND a.id = m.account_id WHERE m.tenant_id = ?"
                        + " AND m.made_at >= ? AND m.to_stage IS NOT NULL AND a.deleted_at IS NULL" + reach.and()
                        + " GROUP BY m.to_stage",
                row -> entered.put(row.getString(1), row.getLong(2)),
                reach.valuesAfter(since));
        sql.query(
                "SELECT COUNT(*)" + BEGUN + reach.and(),
                row -> entered.merge(Accounts.FIRST_STAGE, row.getLong(1), Long::sum),
                reach.valuesAfter(since));
        return entered;
    }

    private Map<String, Map<String, Long>> reached(LocalDateTime since, ReachSql reach) {
        List<Step> all = sql.query(
                "SELECT e.to_stage, m.to_stage, COUNT(DISTINCT e.account_id) FROM stage_move e JOIN stage_move m"
                        + " ON m.tenant_id = e.tenant_id AND m.account_id = e.account_id AND m.made_at > e.made_at"
                        + " JOIN account a ON a.tenant_id = e.tenant_id AND a.id = e.account_id WHERE e.tenant_id = ?"
                        + " AND e.made_at >= ? AND e.to_stage IS NOT NULL AND m.to_stage IS NOT NULL"
                        + " AND m.to_stage <> e.to_stage AND a.deleted_at IS NULL" + reach.and()
                        + " GROUP BY e.to_stage, m.to_stage",
                row -> new Step(row.getString(1), row.getString(2), row.getLong(3)),
                reach.valuesAfter(since));
        Map<String, Map<String, Long>> reached = new HashMap<>();
        all.forEach(one -> add(reached, one));
        sql.query(
                        "SELECT m.to_stage, COUNT(DISTINCT m.account_id) FROM stage_move m JOIN account a"
                                + " ON a.tenant_id = m.tenant_id AND a.id = m.account_id WHERE m.tenant_id = ?"
                                + " AND a.created_at >= ? AND a.deleted_at IS NULL AND m.to_stage IS NOT NULL"
                                + " AND m.to_stage <> '" + Accounts.FIRST_STAGE + "' AND NOT EXISTS (SELECT 1"
                                + " FROM stage_move f WHERE f.tenant_id = m.tenant_id"
                                + " AND f.account_id = m.account_id AND f.from_stage IS NULL)" + reach.and()
                                + " GROUP BY m.to_stage",
                        row -> new Step(Accounts.FIRST_STAGE, row.getString(1), row.getLong(2)),
                        reach.valuesAfter(since))
                .forEach(one -> add(reached, one));
        Map<String, Map<String, Long>> ordered = new HashMap<>();
        reached.forEach((from, to) -> {
            Map<String, Long> inOrder = new LinkedHashMap<>();
            Accounts.STAGES.stream().filter(to::containsKey).forEach(stage -> inOrder.put(stage, to.get(stage)));
            ordered.put(from, inOrder);
        });
        return ordered;
    }

    private static void add(Map<String, Map<String, Long>> reached, Step one) {
        reached.computeIfAbsent(one.from(), none -> new HashMap<>()).merge(one.to(), one.accounts(), Long::sum);
    }

    /**
     * The moves of an account, newest first, at most a hundred. Needs {@code read} on accounts.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live account
     */
    public List<StageMoves.Move> history(String account) {
        records.require(FactFields.ACCOUNT, account);
        return moves.before(
                RecordId.parse(account).orElseThrow(),
                Instant.parse("9999-01-01T00:00:00Z"),
                Long.MAX_VALUE,
                MOST_MOVES);
    }

    /** Whether the caller may change the rules. */
    public boolean isEditable() {
        return access.allows(Feature.CUSTOMISE) && access.allows(objects.require(StageRules.OBJECT), Operation.UPDATE);
    }
}
