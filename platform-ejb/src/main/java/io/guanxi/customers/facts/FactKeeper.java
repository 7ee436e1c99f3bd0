package io.guanxi.customers.facts;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up what is known about accounts and keeps it. The number of statements does not depend on the number of accounts.
 * It asks no permission: whoever sees an account sees its facts, and services that show them ask for the account.
 */
@Stateless
@TenantBound
public class FactKeeper {

    /** Accounts in one call at most. */
    public static final int MOST = 500;

    /** Condition that takes {@link #padded} ids. */
    public static final String IDS = " IN (" + String.join(", ", Collections.nCopies(MOST, "?")) + ")";

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    /**
     * Everybody who bought in the twelve months up to then, in the tenant's own currency.
     *
     * @param at now, or a time in the past
     */
    public SpendRanking ranking(Instant at) {
        Tenant tenant = tenant();
        LocalDate today = at.atZone(tenant.zone()).toLocalDate();
        return new SpendRanking(sql.query(
                FactQueries.BUYERS,
                row -> new SpendRanking.Buyer(row.getBigDecimal(1), row.getObject(2, LocalDate.class), row.getInt(3)),
                tenant.currency(),
                today.minusYears(1),
                today));
    }

    /**
     * Adds up again what is known about these accounts.
     *
     * @param accounts at most {@link #MOST}; those that are gone are passed over
     * @param ranking  of all buyers; empty leaves ranks as they are
     * @param at       now, or a time in the past: what came later does not count
     */
    public void refresh(Collection<Long> accounts, Optional<SpendRanking> ranking, Instant at) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<Long, AccountFacts> before = new LinkedHashMap<>();
        read(accounts).forEach(facts -> before.put(facts.account(), facts));
        Tenant tenant = tenant();
        store(sums(accounts, at, tenant), before, ranking, at, tenant.zone());
    }

    /** What the tables say about accounts; nothing is stored. */
    private Collection<FactSum> sums(Collection<Long> accounts, Instant at, Tenant tenant) {
        LocalDate today = at.atZone(tenant.zone()).toLocalDate();
        LocalDateTime now = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        Map<Long, FactSum> sums = new LinkedHashMap<>();
        sql.query(FactQueries.ACCOUNTS, row -> new FactSum(row.getLong(1), instant(row, 2)), values(accounts, now))
                .forEach(sum -> sums.put(sum.account(), sum));
        Object[] upToToday = values(accounts, today);
        Object[] upToNow = values(accounts, now);
        add(sums, FactQueries.PURCHASES, (sum, row) -> sum.purchases(row, tenant.currency()), upToToday);
        add(sums, FactQueries.YEAR, (sum, row) -> sum.year(row, tenant.currency()), since(today, upToToday));
        add(sums, FactQueries.CALENDAR, FactSum::calendar, upToToday);
        add(sums, FactQueries.PRODUCTS, FactSum::product, upToToday);
        add(sums, FactQueries.CONTACTS, FactSum::contacts, upToNow);
        add(sums, FactQueries.CHANGES, (sum, row) -> sum.interaction(instant(row, 2)), upToNow);
        sql.query(
                FactQueries.NOTES,
                row -> {
                    FactSum sum = sums.get(RecordId.parse(row.getString(1)).orElse(0));
                    if (sum != null) {
                        sum.interaction(instant(row, 2));
                    }
                    return null;
                },
                outer(upToNow));
        return sums.values();
    }

    private void store(
            Collection<FactSum> sums,
            Map<Long, AccountFacts> before,
            Optional<SpendRanking> ranking,
            Instant now,
            ZoneId zone) {
        List<Object[]> facts = new ArrayList<>();
        List<Object[]> old = new ArrayList<>();
        List<Object[]> purchases = new ArrayList<>();
        for (FactSum sum : sums) {
            Optional<AccountFacts> known = Optional.ofNullable(before.get(sum.account()));
            facts.add(FactQueries.row(sum.facts(
                    ranking.isPresent() ? ranking.flatMap(sum::topPercent) : known.flatMap(AccountFacts::spendTop),
                    ranking.isPresent() ? ranking.flatMap(sum::rfm) : known.flatMap(AccountFacts::rfm),
                    now,
                    zone)));
            old.add(new Object[] {sum.account()});
            purchases.addAll(sum.purchaseRows());
        }
        sql.batch(FactQueries.STORE, facts);
        sql.batch("DELETE FROM account_purchase WHERE tenant_id = ? AND account_id = ?", old);
        sql.batch(FactQueries.STORE_PURCHASE, purchases);
    }

    private void add(Map<Long, FactSum> sums, String query, Adding adding, Object... values) {
        sql.query(
                query,
                row -> {
                    FactSum sum = sums.get(row.getLong(1));
                    if (sum != null) {
                        adding.add(sum, row);
                    }
                    return null;
                },
                values);
    }

    /** Takes one row of a query into the sums of its account. */
    private interface Adding {
        void add(FactSum sum, ResultSet row) throws SQLException;
    }

    /** What is known; accounts that were never added up are left out. At most {@link #MOST}. */
    public List<AccountFacts> read(Collection<Long> accounts) {
        return accounts.isEmpty() ? List.of() : sql.query(FactQueries.READ, FactQueries::facts, padded(accounts));
    }

    /** What is known; of accounts that were never added up it is added up for this answer alone. At most {@link #MOST}. */
    public List<AccountFacts> readAll(Collection<Long> accounts, Instant now) {
        List<AccountFacts> facts = new ArrayList<>(read(accounts));
        Set<Long> unknown = new LinkedHashSet<>(accounts);
        facts.forEach(one -> unknown.remove(one.account()));
        if (!unknown.isEmpty()) {
            Tenant tenant = tenant();
            sums(unknown, now, tenant)
                    .forEach(sum -> facts.add(sum.facts(Optional.empty(), Optional.empty(), now, tenant.zone())));
        }
        return facts;
    }

    /**
     * One account with its purchases, for whom it is shown to.
     *
     * @param purchases by currency, the most orders first
     */
    public record Known(AccountFacts facts, List<Purchases> purchases) {}

    /**
     * What is known about an account. Of one that is new it is added up for this answer alone: looking does not store
     * anything, and so never waits for those who do.
     *
     * @return empty when the tenant has no such live account
     */
    public Optional<Known> known(long account, Instant now) {
        Optional<AccountFacts> stored = read(List.of(account)).stream().findFirst();
        if (stored.isPresent()) {
            return stored.map(facts -> new Known(facts, purchases(account)));
        }
        Tenant tenant = tenant();
        return sums(List.of(account), now, tenant).stream()
                .findFirst()
                .map(sum ->
                        new Known(sum.facts(Optional.empty(), Optional.empty(), now, tenant.zone()), sum.purchases()));
    }

    /** Purchases by currency, the most orders first. */
    public List<Purchases> purchases(long account) {
        return sql.query(FactQueries.READ_PURCHASES, FactQueries::purchases, account);
    }

    private Tenant tenant() {
        return tenants.find(CallContext.require().tenantId()).orElseThrow();
    }

    private static Object[] since(LocalDate today, Object[] values) {
        List<Object> all = new ArrayList<>();
        all.add(today.minusYears(1));
        Collections.addAll(all, values);
        return all.toArray();
    }

    /** Notes name what they are about by its opaque id. */
    private static Object[] outer(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Long id ? RecordId.format(id) : value)
                .toArray();
    }

    private static Object[] values(Collection<Long> accounts, Object upTo) {
        List<Object> all = new ArrayList<>(List.of(padded(accounts)));
        all.add(upTo);
        return all.toArray();
    }

    /** One text for all statements of a kind: ids that nothing has fill it up. */
    public static Object[] padded(Collection<Long> accounts) {
        if (accounts.size() > MOST) {
            throw new IllegalArgumentException("too many accounts at once");
        }
        List<Object> ids = new ArrayList<>(accounts);
        ids.addAll(Collections.nCopies(MOST - ids.size(), 0L));
        return ids.toArray();
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
