package io.guanxi.orders;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.record.RecordRules;
import io.guanxi.products.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line takes from its product what it does not say itself, is in its order's currency, and the order's totals follow it.
 * The order is locked by whoever writes the line.
 */
@ApplicationScoped
public class OrderLineRules implements RecordRules {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private SqlGateway sql;

    private record Sum(int lines, BigDecimal total) {}

    @Override
    public String object() {
        return OrderLines.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        OrderLine line = (OrderLine) record;
        SalesOrder order = find(SalesOrder.class, line.order());
        if (order == null || order.isDeleted()) {
            return;
        }
        line.joins(order);
        Product product = find(Product.class, line.product());
        if (product != null) {
            line.takesFrom(product, order.currency());
        }
        if (!line.isNamed()) {
            faults.add("/name", "required");
        }
        if (!line.isPriced()) {
            faults.add("/unitPrice", "required");
        }
        if (line.unitPriceCurrency() != null && !line.unitPriceCurrency().equals(order.currency())) {
            faults.add("/unitPrice/currency", "order.currency", order.currency());
        }
        if (!line.hasQuantity()) {
            faults.add("/quantity", "order.quantity");
        }
        if (!line.isDiscountAShare()) {
            faults.add("/discount", "order.discount");
        }
    }

    private <T> T find(Class<T> type, Long id) {
        return id == null
                ? null
                : entities.find(type, new RecordKey(CallContext.require().tenantId(), id));
    }

    @Override
    public Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        List<SalesOrder> changed = new ArrayList<>();
        for (Long id : written.stream().map(line -> ((OrderLine) line).order()).collect(Collectors.toSet())) {
            SalesOrder order = find(SalesOrder.class, id);
            Sum sum = sum(id);
            if (order.sumUp(sum.lines(), sum.total())) {
                changed.add(order);
            }
        }
        return changed;
    }

    /** Reads what is committed rather than what the transaction saw first: MySQL would give an older sum. */
    private Sum sum(long order) {
        return sql.query(
                        "SELECT COUNT(*), COALESCE(SUM(line_total), 0) FROM order_line WHERE tenant_id = ?"
                                + " AND order_id = ? AND deleted_at IS NULL FOR UPDATE",
                        row -> new Sum(row.getInt(1), row.getBigDecimal(2)),
                        order)
                .get(0);
    }
}
