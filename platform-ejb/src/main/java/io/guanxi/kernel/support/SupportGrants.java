package io.guanxi.kernel.support;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.support.OperatorEntry.Action;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leave for support in the caller's tenant, and the tenant's record of what operators did. */
@Stateless
@TenantBound
public class SupportGrants {

    /** Longest leave; whoever needs more asks again. */
    public static final int MOST_HOURS = 72;

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_DETAILS = 500;

    @Inject
    private AuditTrail trail;

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Event<SupportChanged> changes;

    /** The leave that counts now; empty when support may not come in. Needs no permission: everybody sees the banner. */
    public Optional<SupportGrant> active() {
        return sql
                .query(
                        "SELECT id, reason, granted_by, granted_name, granted_at, ends_at FROM support_grant"
                                + " WHERE tenant_id = ? AND ends_at > ? AND ended_at IS NULL ORDER BY ends_at DESC LIMIT 1",
                        row -> new SupportGrant(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                instant(row.getObject(5, LocalDateTime.class)),
                                instant(row.getObject(6, LocalDateTime.class))),
                        now())
                .stream()
                .findFirst();
    }

    /**
     * Lets support in for some hours. Needs {@link Feature#ADMINISTER} and somebody who works for themselves; a leave given before ends with it.
     *
     * @throws InvalidRecord when the reason is missing or too long, or the hours are not 1–{@value #MOST_HOURS}; with
     *     pointers {@code /reason} and {@code /hours}
     */
    public SupportGrant grant(int hours, String reason) {
        requireOwnAdmin();
        List<FieldError> errors = new ArrayList<>();
        String plain = reason == null ? "" : reason.strip();
        if (plain.isEmpty()) {
            errors.add(FieldError.of("/reason", "required"));
        } else if (plain.length() > LONGEST_REASON) {
            errors.add(FieldError.of("/reason", "text.tooLong", LONGEST_REASON));
        }
        if (hours < 1 || hours > MOST_HOURS) {
            errors.add(FieldError.of("/hours", "support.hours", MOST_HOURS));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        Caller caller = CallContext.require();
        close(caller);
        SupportGrant grant = new SupportGrant(
                RecordId.next(),
                plain,
                caller.memberId(),
                caller.name(),
                instant(now()),
                instant(now().plusHours(hours)));
        sql.update(
                "INSERT INTO support_grant (tenant_id, id, reason, granted_by, granted_name, granted_at, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                grant.id(),
                grant.reason(),
                grant.grantedBy(),
                grant.grantedName(),
                utc(grant.grantedAt()),
                utc(grant.endsAt()));
        enter(caller.name(), Action.SUPPORT_GRANTED, grant.reason());
        changes.fire(new SupportChanged(caller.tenantId()));
        return grant;
    }

    /** Shuts support out at once. Needs {@link Feature#ADMINISTER}. */
    public void end() {
        requireOwnAdmin();
        Caller caller = CallContext.require();
        if (close(caller) > 0) {
            enter(caller.name(), Action.SUPPORT_ENDED, "");
            changes.fire(new SupportChanged(caller.tenantId()));
        }
    }

    private int close(Caller caller) {
        return sql.change(
                "UPDATE support_grant SET ended_at = ?, ended_name = ? WHERE ended_at IS NULL AND ends_at > ?"
                        + " AND tenant_id = ?",
                now(),
                caller.name(),
                now());
    }

    private void requireOwnAdmin() {
        policy.require(Feature.ADMINISTER);
        if (SupportVisit.find().isPresent() || CallContext.require().kind() != Caller.Kind.PERSON) {
            throw new AccessDenied("support:grant");
        }
    }

    /** What operators did, the latest first. Needs {@link Feature#ADMINISTER}. */
    public List<OperatorEntry> entries(int limit) {
        policy.require(Feature.ADMINISTER);
        return sql.query(
                "SELECT made_at, operator, action, details FROM operator_entry WHERE tenant_id = ? ORDER BY id DESC LIMIT ?",
                row -> new OperatorEntry(
                        instant(row.getObject(1, LocalDateTime.class)),
                        row.getString(2),
                        Action.valueOf(row.getString(3)),
                        row.getString(4)),
                limit);
    }

    /** Enters in the tenant's record what an operator did. For the product itself, working for the operator. */
    public void note(String operator, Action action, String details) {
        if (CallContext.require().kind() != Caller.Kind.SYSTEM) {
            throw new AccessDenied("operator:write");
        }
        enter(operator, action, details);
    }

    private void enter(String operator, Action action, String details) {
        trail.done(
                AuditArea.SUPPORT,
                AuditAction.CHANGED,
                action.name(),
                operator,
                Map.of("action", action, "details", details));
        sql.update(
                "INSERT INTO operator_entry (tenant_id, id, made_at, operator, action, details) VALUES (?, ?, ?, ?, ?, ?)",
                RecordId.next(),
                now(),
                operator,
                action.name(),
                details.length() > LONGEST_DETAILS ? details.substring(0, LONGEST_DETAILS) : details);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
