package io.guanxi.billing;

import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Which plan a tenant has taken. A trial has all of its plan until it ends; what ended leaves the Free plan. */
@Entity
@Table(name = "subscription")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class Subscription {

    /** Where it stands. */
    public enum Status {
        TRIAL,
        ACTIVE,
        CANCELLED
    }

    /** The same in every tenant, so that the primary key allows one subscription each. */
    static final long ONLY = 1;

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    private String plan;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Subscription() {}

    private Subscription(String plan, Status status, Instant trialEndsAt, Instant now) {
        this.id = ONLY;
        this.plan = plan;
        this.status = status;
        this.trialEndsAt = trialEndsAt;
        this.createdAt = now;
    }

    static Subscription trial(String plan, Instant endsAt, Instant now) {
        return new Subscription(plan, Status.TRIAL, endsAt, now);
    }

    static Subscription active(String plan, Instant now) {
        return new Subscription(plan, Status.ACTIVE, null, now);
    }

    /** The tenant takes a plan from now on; a trial ends with it. */
    void take(String newPlan) {
        plan = newPlan;
        status = Status.ACTIVE;
        trialEndsAt = null;
    }

    void extendTo(Instant end) {
        trialEndsAt = end;
    }

    void cancel() {
        status = Status.CANCELLED;
    }

    /** Code of the plan that counts at that time. */
    public String planAt(Instant time) {
        return isOver(time) ? Plan.FREE : plan;
    }

    private boolean isOver(Instant time) {
        return status == Status.CANCELLED || status == Status.TRIAL && !time.isBefore(trialEndsAt);
    }

    public Status status() {
        return status;
    }

    /** When the trial ends or ended; empty for a subscription that is no trial. */
    public Optional<Instant> trialEndsAt() {
        return Optional.ofNullable(trialEndsAt);
    }
}
