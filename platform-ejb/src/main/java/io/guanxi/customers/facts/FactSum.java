package io.guanxi.customers.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The facts of one account while they are being added up. */
final class FactSum {

    private final long account;
    private final Instant createdAt;
    private final List<Purchases> purchases = new ArrayList<>();
    private final Habits.Collector habits = new Habits.Collector();
    private BigDecimal totalSpend = BigDecimal.ZERO;
    private BigDecimal yearSpend = BigDecimal.ZERO;
    private int yearOrders;
    private int ownYearOrders;
    private LocalDate ownYearLast;
    private int contacts;
    private Instant interaction;

    FactSum(long account, Instant createdAt) {
        this.account = account;
        this.createdAt = createdAt;
    }

    long account() {
        return account;
    }

    void purchases(ResultSet row, String ownCurrency) throws SQLException {
        Purchases bought = new Purchases(
                row.getString(2),
                row.getInt(3),
                row.getBigDecimal(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
        purchases.add(bought);
        if (bought.currency().equals(ownCurrency)) {
            totalSpend = bought.total();
        }
    }

    void year(ResultSet row, String ownCurrency) throws SQLException {
        yearOrders += row.getInt(3);
        if (row.getString(2).equals(ownCurrency)) {
            yearSpend = row.getBigDecimal(4);
            ownYearOrders = row.getInt(3);
            ownYearLast = row.getObject(5, LocalDate.class);
        }
    }

    void calendar(ResultSet row) throws SQLException {
        habits.orders(row.getInt(2), row.getInt(3), row.getInt(4));
    }

    void product(ResultSet row) throws SQLException {
        long product = row.getLong(2);
        boolean isNamed = !row.wasNull();
        habits.bought(
                isNamed ? product : null, row.getInt(3), row.getBigDecimal(4), row.getBigDecimal(5), row.getString(6));
    }

    void contacts(ResultSet row) throws SQLException {
        contacts = row.getInt(2);
    }

    void interaction(Instant at) {
        if (at != null && (interaction == null || at.isAfter(interaction))) {
            interaction = at;
        }
    }

    Optional<BigDecimal> topPercent(SpendRanking ranking) {
        return ranking.topPercent(yearSpend);
    }

    Optional<String> rfm(SpendRanking ranking) {
        return ownYearLast == null
                ? Optional.empty()
                : Optional.of(ranking.rfm(new SpendRanking.Buyer(yearSpend, ownYearLast, ownYearOrders)));
    }

    /** All of it together. */
    AccountFacts facts(Optional<BigDecimal> top, Optional<String> rfm, Instant now, ZoneId zone) {
        Optional<LocalDate> last =
                purchases.stream().map(Purchases::last).filter(Objects::nonNull).max(LocalDate::compareTo);
        last.ifPresent(day -> interaction(day.atStartOfDay(zone).toInstant()));
        return new AccountFacts(
                account,
                createdAt,
                purchases.stream().mapToInt(Purchases::orders).sum(),
                yearOrders,
                yearSpend,
                totalSpend,
                purchases.stream()
                        .map(Purchases::first)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo),
                last,
                contacts,
                // An old customer who was imported today has not been dealt with today.
                interaction == null ? createdAt : interaction,
                top,
                rfm,
                habits.habits(),
                now);
    }

    /** Purchases by currency, the most orders first. */
    List<Purchases> purchases() {
        return purchases.stream()
                .sorted(Comparator.comparing(Purchases::orders).reversed().thenComparing(Purchases::currency))
                .toList();
    }

    /** What {@link FactQueries#STORE_PURCHASE} wants after the tenant. */
    List<Object[]> purchaseRows() {
        return purchases.stream()
                .map(bought -> new Object[] {
                    account, bought.currency(), bought.orders(), bought.total(), bought.first(), bought.last()
                })
                .toList();
    }
}
