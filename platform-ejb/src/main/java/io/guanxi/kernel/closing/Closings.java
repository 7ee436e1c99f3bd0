package io.guanxi.kernel.closing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.TenantLife;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Closing of the caller's company, and taking that back. */
@Stateless
@TenantBound
public class Closings {

    private static final int LONGEST_REASON = 500;

    @Inject
    @ConfigProperty(name = "guanxi.closing.grace.days", defaultValue = "30")
    private int graceDays;

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantLife life;

    @Inject
    private AuditTrail trail;

    /** How long a closed company can be taken back. */
    public Duration grace() {
        return Duration.ofDays(graceDays);
    }

    /** The closing of the company; empty when it is not closed. Needs no permission: everybody who comes in sees the bar. */
    public Optional<Closing> find() {
        return ClosingRows.find(sql, CallContext.require().tenantId());
    }

    /** Whether the caller may close the company and take that back: its owners may, for themselves. */
    public boolean isAllowed() {
        Caller caller = CallContext.require();
        return caller.isPerson()
                && Role.OWNER.equals(caller.role())
                && SupportVisit.find().isEmpty();
    }

    /**
     * Closes the company: it can only be read from now on, and only by its owners, and is erased when the grace is over.
     *
     * @param name   of the company, typed to show that it is meant
     * @param reason why
     * @throws InvalidRecord with pointers {@code /name} when that is not its name, and {@code /reason}
     * @throws AccessDenied for everybody but an owner
     * @throws io.guanxi.kernel.tenancy.StatusNotPossible when it is closed already
     */
    public Closing close(String name, String reason) {
        requireAllowed();
        Caller caller = CallContext.require();
        Tenant tenant = tenants.find(caller.tenantId()).orElseThrow(RecordNotFound::new);
        String why = reason == null ? "" : reason.strip();
        List<FieldError> errors = new ArrayList<>();
        if (name == null || !name.strip().equals(tenant.name().strip())) {
            errors.add(FieldError.of("/name", "closing.name"));
        }
        if (why.isEmpty()) {
            errors.add(FieldError.of("/reason", "required"));
        } else if (why.length() > LONGEST_REASON) {
            errors.add(FieldError.of("/reason", "text.tooLong", LONGEST_REASON));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Closing closing = new Closing(
                tenant.id(),
                tenant.name(),
                why,
                caller.name(),
                mailOf(caller),
                caller.locale(),
                caller.zone(),
                now,
                now.plus(grace()),
                false,
                false,
                Closing.Step.WAITING,
                Optional.empty());
        life.become(Tenant.Status.CLOSED);
        ClosingRows.add(sql, closing, tenant.status());
        trail.done(
                AuditArea.TENANT,
                AuditAction.STARTED,
                "closing",
                tenant.name(),
                Map.of("reason", why, "eraseAt", closing.eraseAt().toString()));
        return closing;
    }

    private String mailOf(Caller caller) {
        return sql.query(
                        "SELECT email FROM member WHERE tenant_id = ? AND id = ?",
                        row -> row.getString(1),
                        caller.memberId())
                .get(0);
    }

    /**
     * Takes the closing back; the company is what it was before. For an owner, and for the product itself when an operator
     * does it.
     *
     * @throws RecordNotFound when the company is not closed, or its data is being erased
     */
    public void reopen() {
        Caller caller = CallContext.require();
        if (caller.kind() != Caller.Kind.SYSTEM) {
            requireAllowed();
        }
        Tenant.Status before = ClosingRows.takeBack(sql, caller.tenantId()).orElseThrow(RecordNotFound::new);
        life.comeBack(before);
        trail.done(AuditArea.TENANT, AuditAction.CANCELLED, "closing", caller.name(), Map.of());
    }

    /** The grace is over: there is no way back from here. For the product itself; false when it was taken back meanwhile. */
    public boolean begin() {
        int tenant = CallContext.require().tenantId();
        boolean isOver = sql.updatePlatform(
                        "UPDATE tenant_closing SET step = 'STORES' WHERE tenant_id = ? AND step = 'WAITING' AND erase_at <= ?",
                        tenant,
                        LocalDateTime.now(ZoneOffset.UTC))
                == 1;
        if (isOver) {
            life.become(Tenant.Status.ERASED);
        }
        return isOver;
    }

    private void requireAllowed() {
        policy.require(Feature.ADMINISTER);
        if (!isAllowed()) {
            throw AccessDenied.ofOwners();
        }
    }
}
