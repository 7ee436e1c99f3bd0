package io.guanxi.customers;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.ListElements;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

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

    @Column(name = "lifecycle_stage")
    private String lifecycleStage;

    @Column(name = "stage_reason")
    private String stageReason;

    @Column(name = "stage_since")
    private LocalDate stageSince;

    /** The stage that the history of stages knows of. */
    @Column(name = "told_stage")
    private String toldStage;

    @Column(name = "stage_by_hand")
    private Boolean stageByHand;

    @Transient
    private StageChange stageChange;

    /** Somebody chose another stage; both are null for none. Before the change it was there since a day, chosen or not. */
    public record StageChange(String from, String to, String reason, LocalDate sinceBefore, Boolean byHandBefore) {}

    protected Account() {}

    /** A reason belongs to one move: another stage without a new reason has none. */
    public void forgetReason(String stageBefore, String reasonBefore) {
        if (!Objects.equals(stageBefore, lifecycleStage) && Objects.equals(reasonBefore, stageReason)) {
            stageReason = null;
        }
    }

    /** What is to be written into the history of stages; told once. */
    public Optional<StageChange> takeStageChange() {
        Optional<StageChange> change = Optional.ofNullable(stageChange)
                .map(one -> new StageChange(one.from(), one.to(), stageReason, one.sinceBefore(), one.byHandBefore()));
        stageChange = null;
        return change;
    }

    @Override
    protected void completeNew(Caller caller) {
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
        if (status == null) {
            status = "active";
        }
        if (lifecycleStage == null) {
            lifecycleStage = Accounts.FIRST_STAGE;
            toldStage = lifecycleStage;
        }
    }

    @Override
    protected void derive() {
        phone = ListElements.first(phones, "number");
        email = ListElements.first(emails, "address");
        city = ListElements.first(addresses, "city");
        country = ListElements.first(addresses, "country");
        if (!Objects.equals(lifecycleStage, toldStage)) {
            stageChange = new StageChange(toldStage, lifecycleStage, stageReason, stageSince, stageByHand);
            toldStage = lifecycleStage;
            stageByHand = true;
            stageSince = LocalDate.now(CallContext.require().zone());
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
