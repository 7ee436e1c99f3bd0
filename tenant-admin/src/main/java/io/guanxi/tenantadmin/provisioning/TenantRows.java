package io.guanxi.tenantadmin.provisioning;

import io.guanxi.billing.Subscriptions;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.people.GivenAndFamily;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a new tenant has in the database, made in one transaction: all of it or nothing. */
@Stateless
public class TenantRows {

    /** Everybody begins with this plan. */
    private static final String TRIAL_PLAN = "business";

    private static final Duration TRIAL = Duration.ofDays(30);

    @Inject
    private Tenants tenants;

    @Inject
    private MemberDirectory members;

    @Inject
    private Subscriptions subscriptions;

    /**
     * Makes tenant, trial and owner; nothing when the tenant is there. Called as the product itself in the new tenant,
     * so that the caller is still bound when the transaction ends.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(Provisioning wanted) {
        if (tenants.find(wanted.tenantId()).isPresent()) {
            return;
        }
        tenants.create(new Tenant(
                wanted.tenantId(),
                wanted.slug(),
                wanted.name(),
                wanted.locale(),
                wanted.zone(),
                wanted.country(),
                wanted.currency(),
                Tenant.Status.ACTIVE));
        subscriptions.beginTrial(TRIAL_PLAN, TRIAL);
        members.add(new Member(
                RecordId.next(),
                wanted.ownerEmail(),
                GivenAndFamily.guess(wanted.ownerEmail()),
                Role.OWNER,
                Instant.now().truncatedTo(ChronoUnit.MICROS)));
    }
}
