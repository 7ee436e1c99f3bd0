package io.guanxi.tenantadmin.provisioning;

import io.guanxi.billing.Subscriptions;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
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

    @Inject
    private SqlGateway sql;

    /**
     * Makes tenant, trial and owner; nothing when the tenant is there. Called as the product itself in the new tenant,
     * so that the caller is still bound when the transaction ends.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(Provisioning wanted) {
        if (tenants.find(wanted.tenantId()).isPresent()) {
            return;
        }
        NewTenant company = wanted.wanted();
        tenants.create(new Tenant(
                wanted.tenantId(),
                wanted.slug(),
                company.name(),
                company.locale(),
                company.zone(),
                company.country(),
                company.currency(),
                Tenant.Status.ACTIVE));
        subscriptions.beginTrial(TRIAL_PLAN, TRIAL);
        long owner = members.add(new Member(
                RecordId.next(),
                wanted.ownerEmail(),
                wanted.ownerName(),
                Role.OWNER,
                Instant.now().truncatedTo(ChronoUnit.MICROS)));
        members.flush();
        company.signUp().ifPresent(itself -> {
            accept("terms", itself.terms(), itself.acceptedAt(), owner, wanted.ownerEmail());
            accept("privacy", itself.privacy(), itself.acceptedAt(), owner, wanted.ownerEmail());
        });
    }

    /** Id of the member with that mail address in the new tenant. */
    public long owner(String email) {
        return sql.query("SELECT id FROM member WHERE tenant_id = ? AND email = ?", row -> row.getLong(1), email)
                .get(0);
    }

    private void accept(String text, String version, Instant at, long owner, String email) {
        sql.update(
                "INSERT INTO accepted_text (tenant_id, text_name, text_no, accepted_at, member_id, email)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                text,
                version,
                Timestamp.from(at),
                owner,
                email);
    }
}
