package io.guanxi.kernel.sharing;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.people.Grantees;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.record.RecordPermits;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shares single records by hand: who may change a record may share it, with {@link Feature#SHARE_RECORDS}. */
@Stateless
@TenantBound
public class RecordShares {

    /** Shares of one record. */
    public static final int MOST = 100;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordPermits records;

    @Inject
    private Grantees grantees;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<PeopleChanged> changes;

    /**
     * With whom a record is shared, the first first. Needs {@code read}.
     *
     * @throws RecordNotFound when there is no such record for the caller, or its object has no owners
     */
    public List<Share> of(String object, String id) {
        long record = readable(object, id);
        return rows(object, record).stream()
                .map(row -> new Share(row.grantee(), row.level(), row.sharedAt()))
                .toList();
    }

    /** Whether the caller may share the record: it is one they may change. */
    public boolean mayShare(String object, String id) {
        return access.allows(Feature.SHARE_RECORDS)
                && objects.find(object).filter(ObjectDescriptor::isOwned).isPresent()
                && records.mayChange(object, id);
    }

    /**
     * Shares a record, or says anew for what. Needs to be allowed to change it.
     *
     * @throws InvalidRecord  when there is nobody like that, or it is shared with too many
     * @throws RecordNotFound when there is no such record for the caller, or its object has no owners
     */
    public Share share(String object, String id, Grantee grantee, ShareLevel level) {
        long record = changeable(object, id);
        if (!grantees.isThere(grantee)) {
            throw new InvalidRecord(FieldError.of("/grantee", "reference.unknown"));
        }
        List<RecordShare> rows = rows(object, record);
        Optional<RecordShare> known =
                rows.stream().filter(row -> row.grantee().equals(grantee)).findFirst();
        if (known.isEmpty() && rows.size() >= MOST) {
            throw new InvalidRecord(FieldError.of("", "sharing.tooMany", MOST));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        known.ifPresentOrElse(
                row -> row.become(level),
                () -> entities.persist(new RecordShare(
                        RecordId.next(),
                        object,
                        record,
                        grantee,
                        level,
                        CallContext.require().memberId(),
                        now)));
        trail.done(
                AuditArea.ROLES,
                AuditAction.CHANGED,
                subject(object, id),
                id,
                Map.of("grantee", grantee.key(), "level", level.name()));
        tell();
        return new Share(grantee, level, known.map(RecordShare::sharedAt).orElse(now));
    }

    /**
     * Ends a share. Needs to be allowed to change the record.
     *
     * @throws RecordNotFound when it was not shared so, or there is no such record for the caller
     */
    public void end(String object, String id, Grantee grantee) {
        long record = changeable(object, id);
        RecordShare row = rows(object, record).stream()
                .filter(one -> one.grantee().equals(grantee))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        entities.remove(row);
        trail.done(AuditArea.ROLES, AuditAction.REMOVED, subject(object, id), id, Map.of("grantee", grantee.key()));
        tell();
    }

    private String subject(String object, String id) {
        return objects.require(object).path() + "/" + id + "/shares";
    }

    private long readable(String object, String id) {
        if (!objects.require(object).isOwned()) {
            throw new RecordNotFound();
        }
        return records.requireSeen(object, id);
    }

    private long changeable(String object, String id) {
        long record = readable(object, id);
        access.require(Feature.SHARE_RECORDS);
        records.requireChangeable(object, id);
        return record;
    }

    private List<RecordShare> rows(String object, long record) {
        return entities.createQuery(
                        "SELECT s FROM RecordShare s WHERE s.object = :object AND s.recordId = :record ORDER BY s.id",
                        RecordShare.class)
                .setParameter("object", object)
                .setParameter("record", record)
                .getResultList();
    }

    private void tell() {
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }
}
