package io.guanxi.customers;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.ListElements;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A company or private customer: what everything else in the CRM hangs on. */
@Entity
@Table(name = "account")
public class Account extends CrmRecord {

    private String name;

    @Column(name = "native_name")
    private String nativeName;

    @Column(name = "legal_name")
    private String legalName;

    private String type;
    private String status;

    @Column(name = "size_band")
    private String sizeBand;

    private String industry;
    private String rating;
    private String source;

    @Column(name = "tax_number")
    private String taxNumber;

    private Integer employees;

    @Column(name = "annual_revenue")
    private BigDecimal annualRevenue;

    @Column(name = "annual_revenue_currency")
    private String annualRevenueCurrency;

    @Column(name = "credit_limit")
    private BigDecimal creditLimit;

    @Column(name = "credit_limit_currency")
    private String creditLimitCurrency;

    private String website;
    private String phones;
    private String emails;
    private String addresses;
    private String phone;
    private String email;
    private String city;
    private String country;
    private String currency;
    private String language;

    @Column(name = "time_zone")
    private String timeZone;

    private String description;
    private String tags;

    @Column(name = "owner_id")
    private Long owner;

    @Column(name = "parent_id")
    private Long parent;

    @Column(name = "customer_class_id")
    private Long customerClass;

    @Column(name = "class_since")
    private LocalDate classSince;

    @Column(name = "contact_due")
    private LocalDate contactDue;

    protected Account() {}

    @Override
    protected void completeNew(Caller caller) {
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
        if (status == null) {
            status = "active";
        }
    }

    @Override
    protected void derive() {
        phone = ListElements.first(phones, "number");
        email = ListElements.first(emails, "address");
        city = ListElements.first(addresses, "city");
        country = ListElements.first(addresses, "country");
    }

    @Override
    protected String title() {
        return name;
    }
}
