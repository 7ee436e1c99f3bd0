package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.people.Roles;
import io.guanxi.kernel.session.Ending;
import io.guanxi.kernel.session.PersonSessions;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.tenantadmin.page.Input;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The people of the caller's tenant: for its owners and admins; everybody else gets {@link AccessDenied}. Changes act
 * at the person's next request.
 */
@Stateless
@TenantBound
public class TenantPeople {

    private static final String LIMIT = "users";

    /** RFC 2606: nobody has mail there. Identities of companies' providers are called so, and belong to one company. */
    private static final String NOBODYS = ".invalid";

    /** Steps from the bottom to the top of any company. */
    private static final int DEEPEST = 100;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Roles roles;

    @Inject
    private Entitlements entitlements;

    @Inject
    private PersonSessions sessions;

    @Inject
    private Event<PeopleChanged> changes;

    /**
     * People by name, those after the one with the given id.
     *
     * @param afterId id of the last person already shown; null or unknown begins at the first
     * @param limit   most to return
     */
    public List<TenantPerson> list(String afterId, int limit) {
        policy.require(Feature.ADMINISTER);
        Optional<Member> after = find(afterId);
        return entities
                .createQuery(
                        "SELECT m FROM Member m WHERE m.name > :name OR (m.name = :name AND m.id > :id)"
                                + " ORDER BY m.name, m.id",
                        Member.class)
                .setParameter("name", after.map(Member::name).orElse(""))
                .setParameter("id", after.map(Member::id).orElse(0L))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(TenantPerson::of)
                .toList();
    }

    public Seats seats() {
        policy.require(Feature.ADMINISTER);
        return new Seats(
                entities.createQuery("SELECT COUNT(m) FROM Member m WHERE m.status <> :gone", Long.class)
                        .setParameter("gone", Member.Status.DEACTIVATED)
                        .getSingleResult(),
                entitlements.limit(LIMIT));
    }

    /**
     * Puts somebody on the list who may come in once they have proved the mail address.
     *
     * @throws InvalidRecord when mail address or name are no good, with pointers {@code /email} and {@code /name}
     * @throws DuplicateValue when the mail address is on the list already
     * @throws LimitReached when the plan allows no more people
     */
    public TenantPerson add(String email, String name, Role role) {
        policy.require(Feature.ADMINISTER);
        requireGivable(role);
        List<FieldError> errors = new ArrayList<>();
        String address = Input.email("/email", email, errors);
        if (address != null && address.endsWith(NOBODYS)) {
            errors.add(FieldError.of("/email", "email.invalid"));
        }
        String shown = Input.text("/name", name, 200, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        lockOwners();
        if (isListed(address)) {
            throw new DuplicateValue("email");
        }
        requireSeat();
        Member member = new Member(RecordId.next(), address, shown, role, now());
        entities.persist(member);
        trail.created(AuditArea.PEOPLE, RecordId.format(member.id()), shown, told(member));
        return TenantPerson.of(member);
    }

    /**
     * Somebody whose invitation may be sent again.
     *
     * @throws RecordNotFound when nobody of that id is invited and has not come in yet
     */
    public TenantPerson requireInvited(String id) {
        policy.require(Feature.ADMINISTER);
        return find(id).filter(member -> member.status() == Member.Status.INVITED)
                .map(TenantPerson::of)
                .orElseThrow(RecordNotFound::new);
    }

    /**
     * @throws LastOwner when the tenant would be left without an owner
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public void assign(String id, Role role) {
        policy.require(Feature.ADMINISTER);
        List<Member> owners = lockOwners();
        Member member = member(id);
        OwnerRules.requireMayChange(CallContext.require().role(), member.role(), role);
        requireGivable(role);
        if (!role.equals(Role.OWNER)) {
            OwnerRules.requireAnother(owners, member);
        }
        Map<String, Object> before = told(member);
        member.become(role);
        tellOfChange(member, before);
    }

    /**
     * Keeps somebody out from their next request on and ends their sessions; their records and history stay.
     *
     * @throws LastOwner when the tenant would be left without an owner
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public void deactivate(String id) {
        policy.require(Feature.ADMINISTER);
        List<Member> owners = lockOwners();
        Member member = member(id);
        OwnerRules.requireMayChange(CallContext.require().role(), member.role(), member.role());
        OwnerRules.requireAnother(owners, member);
        Map<String, Object> before = told(member);
        member.deactivate();
        sessions.endAll(member.id(), member.name(), Ending.DEACTIVATED);
        tellOfChange(member, before);
    }

    /**
     * @throws LimitReached when the plan allows no more people
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public void reactivate(String id) {
        policy.require(Feature.ADMINISTER);
        lockOwners();
        Member member = member(id);
        OwnerRules.requireMayChange(CallContext.require().role(), member.role(), member.role());
        if (member.status() == Member.Status.DEACTIVATED) {
            requireSeat();
            Map<String, Object> before = told(member);
            member.reactivate();
            tellOfChange(member, before);
        }
    }

    /**
     * Whom a person reports to; records of those below are seen by whose role says so.
     *
     * @param managerId outer id; null or empty for nobody
     * @throws InvalidRecord  when that is nobody of the tenant, the person, or somebody below
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public void reportTo(String id, String managerId) {
        policy.require(Feature.ADMINISTER);
        lockOwners();
        Member member = member(id);
        OwnerRules.requireMayChange(CallContext.require().role(), member.role(), member.role());
        Optional<Member> manager = managerId == null || managerId.isEmpty()
                ? Optional.empty()
                : Optional.of(find(managerId)
                        .orElseThrow(() -> new InvalidRecord(FieldError.of("/manager", "reference.unknown"))));
        manager.ifPresent(above -> refuseCircle(member, above));
        Map<String, Object> before = told(member);
        member.reportTo(manager.map(Member::id).orElse(null));
        tellOfChange(member, before);
    }

    private void refuseCircle(Member member, Member above) {
        Optional<Member> one = Optional.of(above);
        for (int steps = 0; one.isPresent() && steps < DEEPEST; steps++) {
            if (one.get().id() == member.id()) {
                throw new InvalidRecord(FieldError.of("/manager", "manager.circle"));
            }
            one = one.get().manager().flatMap(id -> find(RecordId.format(id)));
        }
    }

    /** Whether the caller may give somebody that role: only owners make owners, and nobody gives more than they have. */
    public boolean mayGive(Role role) {
        Caller caller = CallContext.require();
        return !caller.isPerson()
                || caller.role().equals(Role.OWNER)
                || !role.equals(Role.OWNER)
                        && (caller.role().isUnbounded() || !roles.rights(role).isAdministrative());
    }

    private void requireGivable(Role role) {
        if (!roles.isThere(role)) {
            throw new InvalidRecord(FieldError.of("/role", "layout.role", role.name()));
        }
        if (!mayGive(role)) {
            throw AccessDenied.ofOwners();
        }
    }

    private static Map<String, Object> told(Member member) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("email", member.email());
        told.put("role", member.role().name());
        told.put("status", member.status());
        told.put("manager", member.manager().map(RecordId::format).orElse(null));
        return told;
    }

    private void tellOfChange(Member member, Map<String, Object> before) {
        trail.changed(AuditArea.PEOPLE, RecordId.format(member.id()), member.name(), before, told(member));
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }

    /** Locks the rows of the owners: changes of one tenant's people happen one after the other. */
    private List<Member> lockOwners() {
        return entities.createQuery("SELECT m FROM Member m WHERE m.role = :owner", Member.class)
                .setParameter("owner", Role.OWNER)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void requireSeat() {
        Seats seats = seats();
        if (seats.isFull()) {
            throw new LimitReached(LIMIT, seats.allowed().getAsLong());
        }
    }

    private boolean isListed(String email) {
        return !entities.createQuery("SELECT m.id FROM Member m WHERE m.email = :email", Long.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList()
                .isEmpty();
    }

    /**
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public TenantPerson require(String id) {
        policy.require(Feature.ADMINISTER);
        return TenantPerson.of(member(id));
    }

    /**
     * Somebody whose log-in the caller may look after.
     *
     * @throws AccessDenied   when an admin means an owner
     * @throws RecordNotFound when the tenant has nobody of that id
     */
    public TenantPerson requireChangeable(String id) {
        policy.require(Feature.ADMINISTER);
        Member member = member(id);
        OwnerRules.requireMayChange(CallContext.require().role(), member.role(), member.role());
        return TenantPerson.of(member);
    }

    /**
     * What is to change about a person; the rules are those of {@link #assign}, {@link #reportTo}, {@link #deactivate} and
     * {@link #reactivate}.
     *
     * @param role      null to leave it
     * @param isManaged whether the manager is to change
     * @param manager   outer id; null for nobody
     * @param active    whether the person may come in; null to leave it
     */
    public record Change(Role role, boolean isManaged, String manager, Boolean active) {}

    /** Changes several things at once: all or none of them. */
    public void change(String id, Change wanted) {
        if (wanted.role() != null) {
            assign(id, wanted.role());
        }
        if (wanted.isManaged()) {
            reportTo(id, wanted.manager());
        }
        if (Boolean.FALSE.equals(wanted.active())) {
            deactivate(id);
        } else if (Boolean.TRUE.equals(wanted.active())) {
            reactivate(id);
        }
    }

    private Member member(String id) {
        return find(id).orElseThrow(RecordNotFound::new);
    }

    private Optional<Member> find(String id) {
        var parsed = RecordId.parse(id);
        return parsed.isEmpty()
                ? Optional.empty()
                : entities.createQuery("SELECT m FROM Member m WHERE m.id = :id", Member.class)
                        .setParameter("id", parsed.getAsLong())
                        .getResultStream()
                        .findFirst();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
