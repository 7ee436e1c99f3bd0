package io.guanxi.infra.container.unseen;

import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A tower with a lamp. */
@Entity
@Table(name = "lighthouse")
public class Lighthouse extends CrmRecord {

    private String name;
    private String code;
    private BigDecimal height;
    private LocalDate lit;
    private String kind;
    private BigDecimal upkeep;

    @Column(name = "upkeep_currency")
    private String upkeepCurrency;

    @Column(name = "account_id")
    private Long account;

    private String tags;

    protected Lighthouse() {}

    @Override
    protected String title() {
        return name;
    }
}
