package io.guanxi.billing.figures;

import io.guanxi.billing.Plan;
import io.guanxi.billing.Subscription;
import io.guanxi.billing.Subscriptions;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What operators see of the tenants: who they are, what they have taken, and what was counted of them last. */
@ApplicationScoped
public class TenantDirectory {

    private Tenants tenants;
    private Subscriptions subscriptions;
    private FigureStore figures;

    protected TenantDirectory() {}

    @Inject
    public TenantDirectory(Tenants tenants, Subscriptions subscriptions, FigureStore figures) {
        this.tenants = tenants;
        this.subscriptions = subscriptions;
        this.figures = figures;
    }

    /**
     * One tenant.
     *
     * @param plan        code of the plan that counts now
     * @param trialEndsAt empty when it is on no trial
     * @param figures     empty before they are gathered for the first time
     */
    public record Entry(Tenant tenant, String plan, Optional<Instant> trialEndsAt, Optional<Figures> figures) {}

    /**
     * Tenants by name.
     *
     * @param text  how name or short name begin; empty for all
     * @param after id of the last tenant already shown; 0 begins at the first
     */
    public List<Entry> page(String text, int after, int limit) {
        return tenants.page(text, after, limit).stream().map(this::of).toList();
    }

    public Optional<Entry> find(int tenant) {
        return tenants.find(tenant).map(this::of);
    }

    private Entry of(Tenant tenant) {
        try (var product = CallContext.enter(Caller.system(tenant.id(), "0"))) {
            Optional<Subscription> subscription = subscriptions.find();
            Instant now = Instant.now();
            return new Entry(
                    tenant,
                    subscription.map(one -> one.planAt(now)).orElse(Plan.FREE),
                    subscription
                            .filter(one -> one.status() == Subscription.Status.TRIAL)
                            .flatMap(Subscription::trialEndsAt),
                    figures.find(tenant.id()));
        }
    }
}
