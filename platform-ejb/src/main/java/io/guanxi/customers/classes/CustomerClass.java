package io.guanxi.customers.classes;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;

/** A class of customers: who belongs to it, and what is owed to them. */
@Entity
@Table(name = "customer_class")
public class CustomerClass extends CrmRecord {

    private static final int LAST = 1_000;

    private String name;
    private Integer position;
    private String colour;
    private String phase;

    @Column(name = "rule_source")
    private String rule;

    private String description;

    @Column(name = "manager_id")
    private Long manager;

    @Column(name = "cadence_days")
    private Integer cadenceDays;

    private String automation;

    @Column(name = "discount_limit")
    private BigDecimal discountLimit;

    protected CustomerClass() {}

    String name() {
        return name;
    }

    /** In CEL; empty for a class that takes nobody. */
    Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    int position() {
        return position;
    }

    String phase() {
        return phase == null ? "" : phase;
    }

    String description() {
        return description == null ? "" : description;
    }

    String automation() {
        return automation == null ? "" : automation;
    }

    Optional<Long> manager() {
        return Optional.ofNullable(manager);
    }

    String colour() {
        return colour == null ? "gray" : colour;
    }

    /** Days within which a customer is to be heard from; empty for no such promise. */
    Optional<Integer> cadenceDays() {
        return Optional.ofNullable(cadenceDays);
    }

    Optional<BigDecimal> discountLimit() {
        return Optional.ofNullable(discountLimit);
    }

    @Override
    protected void completeNew(Caller caller) {
        if (position == null) {
            position = LAST;
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
