package io.guanxi.orders;

import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.products.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** A position of an order: so many units of something, at a price. */
@Entity
@Table(name = "order_line")
public class OrderLine extends CrmRecord {

    private String name;

    @Column(name = "order_id")
    private Long order;

    private Integer position;

    @Column(name = "product_id")
    private Long product;

    @Column(name = "account_id")
    private Long account;

    private BigDecimal quantity;
    private String unit;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    @Column(name = "unit_price_currency")
    private String unitPriceCurrency;

    private BigDecimal discount;

    @Column(name = "line_total")
    private BigDecimal lineTotal;

    @Column(name = "line_total_currency")
    private String lineTotalCurrency;

    protected OrderLine() {}

    Long order() {
        return order;
    }

    Long product() {
        return product;
    }

    String unitPriceCurrency() {
        return unitPriceCurrency;
    }

    boolean isNamed() {
        return name != null;
    }

    boolean isPriced() {
        return unitPrice != null;
    }

    boolean hasQuantity() {
        return quantity == null || quantity.signum() != 0;
    }

    boolean isDiscountAShare() {
        return discount == null || discount.signum() >= 0 && discount.compareTo(BigDecimal.ONE) <= 0;
    }

    /** Takes its place in the order, and the order's customer. */
    void joins(SalesOrder whole) {
        account = whole.account();
        if (position == null) {
            position = whole.nextPosition();
        } else {
            whole.placed(position);
        }
    }

    /** What the input leaves open is as the product says. */
    void takesFrom(Product sold, String currency) {
        if (name == null) {
            name = sold.name();
        }
        if (unit == null) {
            unit = sold.unit().orElse(null);
        }
        if (unitPrice == null) {
            sold.listPriceIn(currency).ifPresent(price -> {
                unitPrice = price;
                unitPriceCurrency = currency;
            });
        }
    }

    /**
     * Quantity × unit price × (1 − discount), rounded half up to the smallest unit of the currency: once for each line, so
     * that the total of an order is the sum of what its lines show.
     *
     * @param discount share of the price between 0 and 1; null for none
     * @param currency ISO 4217
     */
    static BigDecimal total(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, String currency) {
        BigDecimal paid = discount == null ? BigDecimal.ONE : BigDecimal.ONE.subtract(discount);
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return quantity.multiply(unitPrice).multiply(paid).setScale(digits, RoundingMode.HALF_UP);
    }

    @Override
    protected void derive() {
        boolean isComplete = quantity != null && unitPrice != null && unitPriceCurrency != null;
        lineTotal = isComplete ? total(quantity, unitPrice, discount, unitPriceCurrency) : BigDecimal.ZERO;
        lineTotalCurrency = unitPriceCurrency;
    }

    @Override
    protected String title() {
        return name;
    }
}
