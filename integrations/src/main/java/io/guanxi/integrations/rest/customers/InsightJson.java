package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.Habits;
import io.guanxi.customers.facts.Purchases;
import io.guanxi.customers.insight.Insight;
import io.guanxi.kernel.record.MoneyInput;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Insight as JSON; what is not known is null. */
final class InsightJson {

    private InsightJson() {}

    static Map<String, Object> of(Insight insight) {
        AccountFacts facts = insight.facts();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "purchases",
                insight.purchases().stream().map(InsightJson::purchases).toList());
        members.put("orderCount", facts.orders());
        members.put("ordersLastYear", facts.yearOrders());
        members.put("spendLastYear", MoneyInput.plain(facts.yearSpend()));
        members.put("firstOrderDate", facts.firstOrder().map(Object::toString).orElse(null));
        members.put("lastOrderDate", facts.lastOrder().map(Object::toString).orElse(null));
        members.put(
                "spendTopPercent",
                facts.spendTop().map(BigDecimal::toPlainString).orElse(null));
        members.put("rfm", facts.rfm().orElse(null));
        members.put("lastInteraction", facts.lastInteraction());
        members.put(
                "topProducts",
                facts.habits().products().stream()
                        .filter(product -> insight.products().containsKey(product.id()))
                        .map(product -> product(product, insight.products().get(product.id())))
                        .toList());
        members.put("ordersByMonth", facts.habits().months());
        members.put("ordersByWeekday", facts.habits().weekdays());
        members.put("class", insight.type().map(type -> type.id()).orElse(null));
        members.put("className", insight.type().map(type -> type.name()).orElse(null));
        members.put("classSince", insight.since().map(Object::toString).orElse(null));
        members.put("contactDue", insight.due().map(Object::toString).orElse(null));
        members.put("why", insight.why().map(InsightJson::move).orElse(null));
        members.put("stage", insight.stage().orElse(null));
        members.put("stageSince", insight.stageFrom().map(Object::toString).orElse(null));
        members.put("countedAt", facts.countedAt());
        return members;
    }

    private static Map<String, Object> purchases(Purchases bought) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("currency", bought.currency());
        members.put("orderCount", bought.orders());
        members.put("total", MoneyInput.plain(bought.total()));
        members.put("average", MoneyInput.plain(bought.average()));
        members.put("firstOrderDate", bought.first().toString());
        members.put("lastOrderDate", bought.last().toString());
        return members;
    }

    private static Map<String, Object> product(Habits.Product product, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("product", product.id());
        members.put("name", name);
        members.put("lineCount", product.lines());
        members.put("quantity", product.quantity().stripTrailingZeros().toPlainString());
        members.put("total", Map.of("amount", MoneyInput.plain(product.total()), "currency", product.currency()));
        return members;
    }

    private static Map<String, Object> move(ClassMoves.Move move) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", move.from());
        members.put("to", move.to());
        members.put("rule", move.rule());
        members.put("facts", move.facts());
        members.put("at", move.at());
        members.put("by", move.by());
        return members;
    }
}
