package io.guanxi.customers.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What an account bought in one currency; drafts, cancelled and returned orders do not count.
 *
 * @param total goods and freight of all orders, exact
 * @param first day of the first order; null when no order has a day
 * @param last  day of the last one
 */
public record Purchases(String currency, int orders, BigDecimal total, LocalDate first, LocalDate last) {

    /** An order on average, to the hundredth. */
    public BigDecimal average() {
        return total.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP);
    }
}
