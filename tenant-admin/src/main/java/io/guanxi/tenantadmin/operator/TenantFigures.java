package io.guanxi.tenantadmin.operator;

import io.guanxi.billing.Plan;
import io.guanxi.billing.Subscription;
import io.guanxi.billing.Subscriptions;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.people.TenantPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What operators see of every tenant. Each tenant's figures are asked as the product itself, in that tenant. */
@ApplicationScoped
public class TenantFigures {

    private Tenants tenants;
    private Subscriptions subscriptions;
    private TenantPeople people;

    protected TenantFigures() {}

    @Inject
    public TenantFigures(Tenants tenants, Subscriptions subscriptions, TenantPeople people) {
        this.tenants = tenants;
        this.subscriptions = subscriptions;
        this.people = people;
    }

    /**
     * One tenant.
     *
     * @param plan        code of the plan that counts now
     * @param trialEndsAt empty when it is on no trial
     * @param people      people who are invited or active
     */
    public record Figures(Tenant tenant, String plan, Optional<Instant> trialEndsAt, long people) {}

    /** How many tenants there are, at most 1,000. */
    public int count() {
        return tenants.list().size();
    }

    /**
     * Tenants by name.
     *
     * @param from  how many to skip, from 0
     * @param limit most to return
     */
    public List<Figures> page(int from, int limit) {
        return tenants.list().stream().skip(from).limit(limit).map(this::of).toList();
    }

    private Figures of(Tenant tenant) {
        try (var product = CallContext.enter(Caller.system(tenant.id(), "0"))) {
            Optional<Subscription> subscription = subscriptions.find();
            Instant now = Instant.now();
            return new Figures(
                    tenant,
                    subscription.map(one -> one.planAt(now)).orElse(Plan.FREE),
                    subscription
                            .filter(one -> one.status() == Subscription.Status.TRIAL)
                            .flatMap(Subscription::trialEndsAt),
                    people.seats().taken());
        }
    }
}
