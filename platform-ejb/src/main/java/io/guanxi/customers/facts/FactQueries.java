package io.guanxi.customers.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The statements of {@link FactKeeper}. Each has the tenant first, then as many ids as fit into one call, and last the day
 * or instant that it counts up to.
 */
final class FactQueries {

    private static final String IDS = FactKeeper.IDS;

    private static final String COUNTED =
            " AND deleted_at IS NULL AND status NOT IN ('draft', 'cancelled', 'returned')" + " AND order_date <= ?";

    static final String BUYERS = "SELECT SUM(total), MAX(order_date), COUNT(*) FROM sales_order WHERE tenant_id = ?"
            + " AND currency = ? AND order_date > ? AND account_id IS NOT NULL" + COUNTED + " GROUP BY account_id";

    static final String ACCOUNTS =
            "SELECT id, created_at FROM account WHERE tenant_id = ? AND deleted_at IS NULL AND id" + IDS
                    + " AND created_at <= ?";

    static final String PURCHASES =
            "SELECT account_id, currency, COUNT(*), SUM(total), MIN(order_date), MAX(order_date) FROM sales_order"
                    + " WHERE tenant_id = ? AND account_id" + IDS + COUNTED + " GROUP BY account_id, currency";

    static final String YEAR =
            "SELECT account_id, currency, COUNT(*), SUM(total), MAX(order_date) FROM sales_order WHERE tenant_id = ?"
                    + " AND order_date > ? AND account_id" + IDS + COUNTED + " GROUP BY account_id, currency";

    static final String CALENDAR =
            "SELECT account_id, MONTH(order_date), WEEKDAY(order_date), COUNT(*) FROM sales_order WHERE tenant_id = ?"
                    + " AND account_id" + IDS + COUNTED
                    + " GROUP BY account_id, MONTH(order_date), WEEKDAY(order_date)";

    static final String PRODUCTS =
            "SELECT l.account_id, l.product_id, COUNT(*), SUM(l.quantity), SUM(l.line_total), l.line_total_currency"
                    + " FROM order_line l JOIN sales_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id"
                    + " WHERE l.tenant_id = ? AND l.deleted_at IS NULL AND o.deleted_at IS NULL"
                    + " AND o.status NOT IN ('draft', 'cancelled', 'returned') AND l.account_id" + IDS
                    + " AND o.order_date <= ? GROUP BY l.account_id, l.product_id, l.line_total_currency";

    static final String CONTACTS = "SELECT account_id, COUNT(*) FROM contact WHERE tenant_id = ? AND account_id" + IDS
            + " AND deleted_at IS NULL AND created_at <= ? GROUP BY account_id";

    /** Not those of jobs: who edits a whole list has not dealt with each of the customers. */
    static final String CHANGES = "SELECT record_id, MAX(made_at) FROM record_change WHERE tenant_id = ?"
            + " AND object = 'account' AND record_id" + IDS
            + " AND made_by_kind = 'PERSON' AND action = 'UPDATED' AND job_id IS NULL AND made_at <= ? GROUP BY record_id";

    static final String NOTES = "SELECT related_id, MAX(created_at) FROM note WHERE tenant_id = ?"
            + " AND related_object = 'accounts' AND deleted_at IS NULL AND created_by IS NOT NULL AND related_id" + IDS
            + " AND created_at <= ? GROUP BY related_id";

    static final String STORE = "INSERT INTO account_fact (tenant_id, account_id, order_count, year_orders, year_spend,"
            + " total_spend, first_order, last_order, contact_count, last_interaction, spend_top, rfm, habits,"
            + " counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE order_count = VALUES(order_count), year_orders = VALUES(year_orders),"
            + " year_spend = VALUES(year_spend), total_spend = VALUES(total_spend),"
            + " first_order = VALUES(first_order), last_order = VALUES(last_order),"
            + " contact_count = VALUES(contact_count), last_interaction = VALUES(last_interaction),"
            + " spend_top = VALUES(spend_top), rfm = VALUES(rfm), habits = VALUES(habits),"
            + " counted_at = VALUES(counted_at)";

    static final String STORE_PURCHASE = "INSERT INTO account_purchase (tenant_id, account_id, currency, order_count,"
            + " total, first_order, last_order) VALUES (?, ?, ?, ?, ?, ?, ?)";

    static final String READ = "SELECT f.account_id, a.created_at, f.order_count, f.year_orders, f.year_spend,"
            + " f.total_spend, f.first_order, f.last_order, f.contact_count, f.last_interaction, f.spend_top, f.rfm,"
            + " f.habits, f.counted_at FROM account_fact f JOIN account a ON a.tenant_id = f.tenant_id"
            + " AND a.id = f.account_id WHERE f.tenant_id = ? AND f.account_id" + IDS;

    static final String READ_PURCHASES = "SELECT currency, order_count, total, first_order, last_order"
            + " FROM account_purchase WHERE tenant_id = ? AND account_id = ? ORDER BY order_count DESC, currency";

    private FactQueries() {}

    static AccountFacts facts(ResultSet row) throws SQLException {
        return new AccountFacts(
                row.getLong(1),
                FactKeeper.instant(row, 2),
                row.getInt(3),
                row.getInt(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                day(row, 7),
                day(row, 8),
                row.getInt(9),
                FactKeeper.instant(row, 10),
                Optional.ofNullable(row.getBigDecimal(11)),
                Optional.ofNullable(row.getString(12)),
                Habits.read(row.getString(13)),
                FactKeeper.instant(row, 14));
    }

    /** What {@link #STORE} wants after the tenant. */
    static Object[] row(AccountFacts facts) {
        return new Object[] {
            facts.account(),
            facts.orders(),
            facts.yearOrders(),
            facts.yearSpend(),
            facts.totalSpend(),
            facts.firstOrder().orElse(null),
            facts.lastOrder().orElse(null),
            facts.contacts(),
            LocalDateTime.ofInstant(facts.lastInteraction(), ZoneOffset.UTC),
            facts.spendTop().orElse(null),
            facts.rfm().orElse(null),
            facts.habits().json(),
            LocalDateTime.ofInstant(facts.countedAt(), ZoneOffset.UTC)
        };
    }

    static Purchases purchases(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal(3);
        return new Purchases(
                row.getString(1),
                row.getInt(2),
                total,
                day(row, 4).orElse(null),
                day(row, 5).orElse(null));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
