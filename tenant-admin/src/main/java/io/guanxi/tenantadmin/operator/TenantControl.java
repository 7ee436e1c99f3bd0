package io.guanxi.tenantadmin.operator;

import io.guanxi.billing.PlanTexts;
import io.guanxi.billing.Subscriptions;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.Closings;
import io.guanxi.kernel.support.OperatorEntry.Action;
import io.guanxi.kernel.support.SupportGrants;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.TenantLife;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What operators do with a tenant. Called as the product itself in that tenant; each change and its entry in the tenant's
 * record are one transaction.
 */
@Stateless
@TenantBound
public class TenantControl {

    @Inject
    private TenantLife life;

    @Inject
    private Closings closings;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private SupportGrants record;

    /** Payment is due: the tenant works on, and is read-only after the days of its plan. */
    public void markPastDue(String operator) {
        life.become(Tenant.Status.PAST_DUE);
        record.note(operator, Action.PAST_DUE, "");
    }

    /** Everything can be read and exported, nothing changed. */
    public void makeReadOnly(String operator) {
        life.become(Tenant.Status.READ_ONLY);
        record.note(operator, Action.READ_ONLY, "");
    }

    /** Lets nobody of the tenant in; acts on sessions and tokens within seconds, and its jobs wait. */
    public void suspend(String operator) {
        life.become(Tenant.Status.SUSPENDED);
        record.note(operator, Action.SUSPENDED, "");
    }

    /** The tenant works again. */
    public void restore(String operator) {
        life.become(Tenant.Status.ACTIVE);
        record.note(operator, Action.RESTORED, "");
    }

    /**
     * Takes the closing of the tenant back.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when it is not closed, or is being erased
     */
    public void reopen(String operator) {
        closings.reopen();
        record.note(operator, Action.REOPENED, "");
    }

    /**
     * @throws io.guanxi.billing.TrialNotExtended when there is no trial, or it would end in the past
     */
    public void extendTrial(String operator, Instant until) {
        subscriptions.extendTrial(until);
        record.note(operator, Action.TRIAL_EXTENDED, until.toString());
    }

    /**
     * @throws io.guanxi.billing.UnknownPlan when there is no such plan
     */
    public void changePlan(String operator, String plan) {
        subscriptions.take(plan);
        record.note(operator, Action.PLAN_CHANGED, PlanTexts.plan(plan, Locale.ENGLISH));
    }

    /** Puts a limit in the place of the plan's; empty for none. */
    public void agree(String operator, String limit, OptionalLong most) {
        subscriptions.agree(limit, most);
        record.note(operator, Action.LIMIT_AGREED, limit + " = " + (most.isPresent() ? most.getAsLong() : "∞"));
    }

    /** The plan's limit counts again. */
    public void revoke(String operator, String limit) {
        subscriptions.revoke(limit);
        record.note(operator, Action.LIMIT_REVOKED, limit);
    }

    /** Gives or takes a module beyond the plan. */
    public void addOn(String operator, String module, boolean given) {
        subscriptions.addOn(module, given);
        record.note(operator, given ? Action.ADD_ON_GIVEN : Action.ADD_ON_TAKEN, module);
    }

    private static int tenant() {
        return CallContext.require().tenantId();
    }
}
