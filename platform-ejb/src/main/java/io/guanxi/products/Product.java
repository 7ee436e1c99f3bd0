package io.guanxi.products;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Something the company sells, goods or a service, in one unit. */
@Entity
@Table(name = "product")
public class Product extends CrmRecord {

    private String name;

    @Column(name = "native_name")
    private String nativeName;

    private String code;
    private String barcode;
    private String kind;
    private String status;

    @Column(name = "category_id")
    private Long category;

    @Column(name = "supplier_id")
    private Long supplier;

    private String unit;

    @Column(name = "list_price")
    private BigDecimal listPrice;

    @Column(name = "list_price_currency")
    private String listPriceCurrency;

    @Column(name = "tax_class")
    private String taxClass;

    @Column(name = "units_in_stock")
    private BigDecimal unitsInStock;

    @Column(name = "units_on_order")
    private BigDecimal unitsOnOrder;

    @Column(name = "reorder_level")
    private BigDecimal reorderLevel;

    private Boolean discontinued;

    @Column(name = "available_from")
    private LocalDate availableFrom;

    @Column(name = "available_until")
    private LocalDate availableUntil;

    private String tags;
    private String description;

    @Column(name = "owner_id")
    private Long owner;

    protected Product() {}

    public String name() {
        return name;
    }

    /** What it is counted in, such as {@code 10 boxes x 20 bags}; empty when that goes without saying. */
    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /** Price of one unit before discounts and taxes, when it is in the currency. */
    public Optional<BigDecimal> listPriceIn(String currency) {
        return Optional.ofNullable(listPrice).filter(price -> currency.equals(listPriceCurrency));
    }

    @Override
    protected void completeNew(Caller caller) {
        if (status == null) {
            status = "active";
        }
        if (kind == null) {
            kind = "goods";
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
