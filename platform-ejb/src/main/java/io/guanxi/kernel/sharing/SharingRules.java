package io.guanxi.kernel.sharing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.people.Grantees;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sharing rules of the caller's tenant. Needs {@link Feature#ADMINISTER}; a change acts as that of a role does. */
@Stateless
@TenantBound
public class SharingRules {

    /** Rules of a tenant. */
    public static final int MOST = 200;

    private static final int LONGEST_NAME = 120;

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Grantees grantees;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<PeopleChanged> changes;

    /** All rules by name. */
    public List<SharingRule> all() {
        access.require(Feature.ADMINISTER);
        return sql.query(
                "SELECT id, name, object, source, grantee, level FROM sharing_rule WHERE tenant_id = ? ORDER BY name, id",
                row -> new SharingRule(
                        RecordId.format(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        Grantee.of(row.getString(4)).orElseThrow(),
                        Grantee.of(row.getString(5)).orElseThrow(),
                        ShareLevel.valueOf(row.getString(6))));
    }

    /**
     * @throws InvalidRecord with every mistake
     */
    public SharingRule create(SharingRule rule) {
        List<SharingRule> others = all();
        List<FieldError> errors = faults(rule, others);
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        long id = RecordId.next();
        sql.update(
                "INSERT INTO sharing_rule (tenant_id, id, version, name, object, source, grantee, level, created_at,"
                        + " created_by) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                id,
                rule.name().strip(),
                rule.object(),
                rule.source().key(),
                rule.grantee().key(),
                rule.level().name(),
                LocalDateTime.now(ZoneOffset.UTC),
                CallContext.require().memberId());
        SharingRule made = new SharingRule(
                RecordId.format(id), rule.name().strip(), rule.object(), rule.source(), rule.grantee(), rule.level());
        trail.created(AuditArea.ROLES, made.id(), made.name(), told(made));
        tell();
        return made;
    }

    /**
     * @throws RecordNotFound when the tenant has no such rule
     */
    public void delete(String id) {
        SharingRule rule =
                all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(RecordNotFound::new);
        sql.update(
                "DELETE FROM sharing_rule WHERE tenant_id = ? AND id = ?",
                RecordId.parse(id).orElseThrow());
        trail.removed(AuditArea.ROLES, id, rule.name(), told(rule));
        tell();
    }

    private static Map<String, Object> told(SharingRule rule) {
        return Map.of(
                "object",
                rule.object(),
                "source",
                rule.source().key(),
                "grantee",
                rule.grantee().key(),
                "level",
                rule.level().name());
    }

    private List<FieldError> faults(SharingRule rule, List<SharingRule> others) {
        List<FieldError> errors = new ArrayList<>();
        String name = rule.name() == null ? "" : rule.name().strip();
        if (name.isEmpty()) {
            errors.add(FieldError.of("/name", "required"));
        } else if (name.length() > LONGEST_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", LONGEST_NAME));
        }
        if (objects.find(rule.object()).filter(ObjectDescriptor::isOwned).isEmpty()) {
            errors.add(FieldError.of("/object", "sharing.object"));
        }
        if (!grantees.isThere(rule.source())) {
            errors.add(FieldError.of("/source", "reference.unknown"));
        }
        if (!grantees.isThere(rule.grantee())) {
            errors.add(FieldError.of("/grantee", "reference.unknown"));
        }
        boolean isSame = others.stream()
                .anyMatch(other -> other.object().equals(rule.object())
                        && other.source().equals(rule.source())
                        && other.grantee().equals(rule.grantee()));
        if (isSame) {
            errors.add(FieldError.of("/grantee", "value.taken"));
        }
        if (others.size() >= MOST) {
            errors.add(FieldError.of("", "sharing.tooMany", MOST));
        }
        return errors;
    }

    /** What was shared of an object goes with it. */
    public void forget(@Observes ObjectErased erased) {
        sql.update("DELETE FROM sharing_rule WHERE tenant_id = ? AND object = ?", erased.object());
        sql.update("DELETE FROM record_share WHERE tenant_id = ? AND object = ?", erased.object());
    }

    private void tell() {
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }
}
