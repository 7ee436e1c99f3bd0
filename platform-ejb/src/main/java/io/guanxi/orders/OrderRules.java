package io.guanxi.orders;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An order has one currency for all its amounts, and its lines have its customer. */
@ApplicationScoped
public class OrderRules implements RecordRules {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Override
    public String object() {
        return SalesOrders.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        SalesOrder order = (SalesOrder) record;
        if (order.currency() == null) {
            order.payIn(
                    order.freightCurrency() != null
                            ? order.freightCurrency()
                            : tenants.find(CallContext.require().tenantId())
                                    .orElseThrow()
                                    .currency());
        }
        if (order.freightCurrency() != null && !order.freightCurrency().equals(order.currency())) {
            faults.add("/freight/currency", "order.currency", order.currency());
        }
        Object account = order.account() == null ? null : RecordId.format(order.account());
        if (!before.isEmpty() && !Objects.equals(before.get("account"), account)) {
            order.goesToAnother();
        }
        Object currencyBefore = before.get("currency");
        if (currencyBefore != null && !currencyBefore.equals(order.currency()) && order.lineCount() > 0) {
            faults.add("/currency", "order.currencyFixed");
        }
    }

    @Override
    public Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        written.stream()
                .map(SalesOrder.class::cast)
                .filter(SalesOrder::passesCustomerOn)
                .forEach(this::passAccountOn);
        return List.of();
    }

    private void passAccountOn(SalesOrder order) {
        entities.createQuery("UPDATE OrderLine l SET l.account = :account WHERE l.order = :order")
                .setParameter("account", order.account())
                .setParameter("order", order.id())
                .executeUpdate();
    }
}
