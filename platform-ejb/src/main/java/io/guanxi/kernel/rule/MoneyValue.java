package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An amount in a currency, or the absence of one. */
final class MoneyValue extends StructuredValue {

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    static final StructType TYPE = StructType.create(
            "guanxi.Money",
            ImmutableSet.of(AMOUNT, CURRENCY),
            member -> Optional.of(member.equals(AMOUNT) ? SimpleType.DOUBLE : SimpleType.STRING));

    static final MoneyValue NONE = new MoneyValue(null, null);

    private final BigDecimal amount;
    private final String currency;

    MoneyValue(BigDecimal amount, String currency) {
        this.amount = amount;
        this.currency = currency;
    }

    @Override
    boolean absent() {
        return amount == null;
    }

    @Override
    Object external() {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        Map<String, Object> money = new LinkedHashMap<>();
        money.put(AMOUNT, stripped.setScale(Math.max(2, stripped.scale())).toPlainString());
        money.put(CURRENCY, currency);
        return money;
    }

    @Override
    public Object select(String member) {
        Object value = member.equals(AMOUNT) ? amount : currency;
        return value == null ? Absent.VALUE : value;
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MoneyValue money
                && (amount == null || money.amount == null
                        ? amount == money.amount
                        : amount.compareTo(money.amount) == 0 && currency.equals(money.currency));
    }

    @Override
    public int hashCode() {
        return amount == null ? 0 : amount.stripTrailingZeros().hashCode() * 31 + currency.hashCode();
    }

    @Override
    public String toString() {
        return amount == null ? "" : amount.toPlainString() + " " + currency;
    }
}
