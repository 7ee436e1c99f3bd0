package io.guanxi.billing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.module.ModuleSwitched;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The subscription of the caller's tenant. The product itself, working for operators, begins and changes it; the
 * tenant's own admins switch modules off and on.
 */
@Stateless
@TenantBound
public class Subscriptions {

    private static final Duration LONGEST_EXTENSION = Duration.ofDays(366);
    private static final String PLAN = "plan";

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private Plans plans;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Modules modules;

    @Inject
    private Event<EntitlementsChanged> changes;

    @Inject
    private Event<ModuleSwitched> switches;

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
                        .getResultList(),
                modules::complete);
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
            trail.created(AuditArea.MODULES, PLAN, code, Map.of(PLAN, code, "trialEndsAt", now.plus(length)));
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
        trail.changed(AuditArea.MODULES, PLAN, code, planNow(), Map.of(PLAN, code));
        find().ifPresentOrElse(
                        subscription -> subscription.take(code),
                        () -> entities.persist(Subscription.active(code, now())));
        changed();
    }

    /**
     * Lets a trial end later, or begins again one that has ended. For the product itself.
     *
     * @throws TrialNotExtended when the tenant is on no trial, or the end is past or more than a year away
     */
    public void extendTrial(Instant until) {
        requireProduct();
        Instant end = until.truncatedTo(ChronoUnit.MICROS);
        Subscription trial = find().filter(one -> one.status() == Subscription.Status.TRIAL
                        && end.isAfter(now())
                        && end.isBefore(now().plus(LONGEST_EXTENSION)))
                .orElseThrow(TrialNotExtended::new);
        trial.extendTo(end);
        changed();
    }

    /** What was agreed with the tenant beyond its plan: add-ons. For the product itself. */
    public Set<String> addOns() {
        requireProduct();
        return entities.createQuery("SELECT m FROM ModuleChoice m", ModuleChoice.class)
                .getResultStream()
                .filter(ModuleChoice::isAddOn)
                .map(ModuleChoice::module)
                .collect(Collectors.toSet());
    }

    /** What was agreed with the tenant in place of its plan's limits, by name; empty for no limit. For the product itself. */
    public Map<String, OptionalLong> agreed() {
        requireProduct();
        return entities.createQuery("SELECT l FROM AgreedLimit l", AgreedLimit.class)
                .getResultStream()
                .collect(Collectors.toMap(AgreedLimit::name, AgreedLimit::allowed));
    }

    /** The plan's own limit counts again. For the product itself. */
    public void revoke(String limit) {
        requireProduct();
        entities.createQuery("SELECT l FROM AgreedLimit l WHERE l.name = :name", AgreedLimit.class)
                .setParameter("name", limit)
                .getResultStream()
                .findFirst()
                .ifPresent(entities::remove);
        changed();
    }

    /** Ends the subscription at once: the Free plan is left. For the product itself. */
    public void cancel() {
        requireProduct();
        trail.changed(AuditArea.MODULES, PLAN, Plan.FREE, planNow(), Map.of(PLAN, Plan.FREE));
        find().ifPresent(Subscription::cancel);
        changed();
    }

    /** Gives or takes a module beyond the plan. For the product itself. */
    public void addOn(String module, boolean bought) {
        requireProduct();
        choice(module).addOn(bought);
        trail.done(AuditArea.MODULES, AuditAction.CHANGED, module, module, Map.of("addOn", bought));
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
        trail.done(
                AuditArea.MODULES,
                AuditAction.CHANGED,
                limit,
                limit,
                Map.of("allowed", most.isPresent() ? most.getAsLong() : "unlimited"));
        changed();
    }

    /**
     * Switches a module on or off for the whole tenant; its data stays. For the tenant's owners and admins, who are told by
     * {@link ModuleSwitch} what goes with it.
     */
    public void switchModule(String module, boolean on) {
        policy.require(Feature.ADMINISTER);
        choice(module).switchOn(on);
        trail.done(AuditArea.MODULES, AuditAction.CHANGED, module, module, Map.of("on", on));
        changed();
        switches.fire(new ModuleSwitched(CallContext.require().tenantId(), module, on));
    }

    private Map<String, Object> planNow() {
        return find().map(subscription -> Map.<String, Object>of(PLAN, subscription.planAt(Instant.now())))
                .orElse(Map.of());
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
        changes.fire(new EntitlementsChanged(CallContext.require().tenantId()));
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
