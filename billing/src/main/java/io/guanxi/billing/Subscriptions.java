package io.guanxi.billing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The subscription of the caller's tenant. The product itself, working for operators, begins and changes it; the
 * tenant's own admins switch modules off and on.
 */
@Stateless
@TenantBound
public class Subscriptions {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private Plans plans;

    @Inject
    private AccessPolicy policy;

    @Inject
    private EntitlementCache cache;

    /** The subscription; empty for a tenant that has taken none and so has the Free plan. Needs no permission. */
    public Optional<Subscription> find() {
        return entities.createQuery("SELECT s FROM Subscription s", Subscription.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What the tenant may use now, read from the database. Needs no permission. */
    public Entitlement entitlement() {
        Instant now = Instant.now();
        String plan = find().map(subscription -> subscription.planAt(now)).orElse(Plan.FREE);
        return Entitlement.of(
                plans.require(plan),
                entities.createQuery("SELECT m FROM ModuleChoice m", ModuleChoice.class)
                        .getResultList(),
                entities.createQuery("SELECT l FROM AgreedLimit l", AgreedLimit.class)
                        .getResultList());
    }

    /**
     * Begins a trial; a subscription that is there already stays as it is. For the product itself.
     *
     * @throws UnknownPlan when there is no such plan
     * @throws AccessDenied for everybody else
     */
    public void beginTrial(String plan, Duration length) {
        requireProduct();
        String code = plans.require(plan).code();
        if (find().isEmpty()) {
            Instant now = now();
            entities.persist(Subscription.trial(code, now.plus(length), now));
            changed();
        }
    }

    /**
     * Takes a plan from now on. For the product itself.
     *
     * @throws UnknownPlan when there is no such plan
     * @throws AccessDenied for everybody else
     */
    public void take(String plan) {
        requireProduct();
        String code = plans.require(plan).code();
        find().ifPresentOrElse(
                        subscription -> subscription.take(code),
                        () -> entities.persist(Subscription.active(code, now())));
        changed();
    }

    /** Ends the subscription at once: the Free plan is left. For the product itself. */
    public void cancel() {
        requireProduct();
        find().ifPresent(Subscription::cancel);
        changed();
    }

    /** Gives or takes a module beyond the plan. For the product itself. */
    public void addOn(String module, boolean bought) {
        requireProduct();
        choice(module).addOn(bought);
        changed();
    }

    /** Puts a limit in the place of the plan's; empty for none. For the product itself. */
    public void agree(String limit, OptionalLong most) {
        requireProduct();
        AgreedLimit agreed = entities.createQuery("SELECT l FROM AgreedLimit l WHERE l.name = :name", AgreedLimit.class)
                .setParameter("name", limit)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> persisted(new AgreedLimit(RecordId.next(), limit)));
        agreed.agree(most);
        changed();
    }

    /** Switches a module on or off for the whole tenant; its data stays. For the tenant's owners and admins. */
    public void switchModule(String module, boolean on) {
        policy.require(Feature.ADMINISTER);
        choice(module).switchOn(on);
        changed();
    }

    private ModuleChoice choice(String module) {
        return entities.createQuery("SELECT m FROM ModuleChoice m WHERE m.module = :module", ModuleChoice.class)
                .setParameter("module", module)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> persisted(new ModuleChoice(RecordId.next(), module)));
    }

    private <T> T persisted(T entity) {
        entities.persist(entity);
        return entity;
    }

    private void changed() {
        cache.forgetAfterCommit(CallContext.require().tenantId());
    }

    private static void requireProduct() {
        if (CallContext.require().kind() != Caller.Kind.SYSTEM) {
            throw new AccessDenied("subscription:write");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
