package io.guanxi.kernel.people;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who an identity is in the caller's tenant. Log-in asks it as the product itself, before the caller is known:
 * {@code CallContext.enter(Caller.system(tenant, trace))}.
 */
@Stateless
@TenantBound
public class MemberDirectory {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    /** So often it is noted that a client calls. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @Inject
    private Tenants tenants;

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<PeopleChanged> changes;

    /**
     * The member an identity is, if they may come in. The first log-in of somebody invited ties identity and member by
     * the mail address.
     *
     * @param subject       the identity's unchanging id at Keycloak
     * @param verifiedEmail mail address that Keycloak has verified; null when it has none
     */
    public Optional<Member> admit(String subject, String verifiedEmail) {
        Optional<Member> member = bySubject(subject);
        if (member.isEmpty() && verifiedEmail != null) {
            member = invited(verifiedEmail);
        }
        return member.filter(m -> m.status() != Member.Status.DEACTIVATED).map(m -> {
            m.seen(subject, Instant.now().truncatedTo(ChronoUnit.MICROS));
            return m;
        });
    }

    /** The active partner client of that name at Keycloak. */
    public Optional<PartnerClient> findClient(String clientId) {
        Instant now = Instant.now();
        Optional<PartnerClient> found = entities.createQuery(
                        "SELECT c FROM PartnerClient c WHERE c.clientId = :id OR c.previousId = :id",
                        PartnerClient.class)
                .setParameter("id", clientId)
                .getResultStream()
                .filter(client -> client.isKnownAs(clientId, now))
                .findFirst();
        found.filter(client -> client.lastUsedAt()
                        .filter(at -> at.isAfter(now.minus(NOTED)))
                        .isEmpty())
                .ifPresent(client -> noteUse(client, now));
        return found;
    }

    /** Not through the entity: an admin who has the client open does not have to read it again. */
    private void noteUse(PartnerClient client, Instant now) {
        sql.change(
                "UPDATE partner_client SET last_used_at = ? WHERE id = ? AND tenant_id = ?",
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                client.id());
    }

    /**
     * A member as caller, with the role of this moment.
     *
     * @return empty when the member is gone or may not come in
     */
    public Optional<Caller> callerOf(long member, String traceId) {
        return find(member).filter(m -> m.status() != Member.Status.DEACTIVATED).map(m -> caller(m, tenant(), traceId));
    }

    /** A partner client as caller, with the grants of this moment; empty when it is gone or switched off. */
    public Optional<Caller> clientCallerOf(long client, String traceId) {
        return entities.createQuery("SELECT c FROM PartnerClient c WHERE c.id = :id", PartnerClient.class)
                .setParameter("id", client)
                .getResultStream()
                .filter(PartnerClient::isActive)
                .map(c -> caller(c, tenant(), traceId))
                .findFirst();
    }

    /** The member as caller, with what their role, their teams and those who share with them allow at this moment. */
    public Caller caller(Member member, Tenant tenant, String traceId) {
        return new Caller(
                tenant.id(),
                member.id(),
                member.name(),
                Caller.Kind.PERSON,
                member.role(),
                new RoleStore(sql).rights(member.role()),
                new CircleReader(sql).of(member),
                Set.of(),
                member.locale().orElse(tenant.locale()),
                member.zone().orElse(tenant.zone()),
                tenant.status(),
                traceId);
    }

    /** Whom the services know the client of a program as. */
    public Caller caller(PartnerClient client, Tenant tenant, String traceId) {
        return Caller.client(
                        tenant.id(),
                        client.id(),
                        client.name(),
                        client.grants(),
                        tenant.locale(),
                        tenant.zone(),
                        traceId)
                .in(tenant.status());
    }

    private Tenant tenant() {
        return tenants.find(CallContext.require().tenantId()).orElseThrow();
    }

    /** The caller chooses the language of the pages. */
    public void speak(Locale language) {
        Caller caller = CallContext.require();
        find(caller.memberId()).ifPresent(member -> {
            Map<String, Object> before = Map.of("locale", member.locale());
            member.speak(language);
            trail.changed(
                    AuditArea.PEOPLE,
                    RecordId.format(member.id()),
                    member.name(),
                    before,
                    Map.of("locale", member.locale()));
        });
        changes.fire(new PeopleChanged(caller.tenantId()));
    }

    private Optional<Member> find(long id) {
        return entities.createQuery("SELECT m FROM Member m WHERE m.id = :id", Member.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** People by name, after the one given, at most {@code limit}. */
    public List<Member> list(String afterName, int limit) {
        return entities.createQuery("SELECT m FROM Member m WHERE m.name > :after ORDER BY m.name, m.id", Member.class)
                .setParameter("after", afterName == null ? "" : afterName)
                .setMaxResults(limit)
                .getResultList();
    }

    public long add(Member member) {
        entities.persist(member);
        return member.id();
    }

    /** Writes what was added, for rows that point to it. */
    public void flush() {
        entities.flush();
    }

    public void add(PartnerClient client) {
        entities.persist(client);
    }

    private Optional<Member> bySubject(String subject) {
        return entities.createQuery(
                        "SELECT m FROM Member m WHERE m.subject = :subject OR m.companySubject = :subject",
                        Member.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Somebody known by an identity, or invited by its mail address and not seen yet. */
    public Optional<Member> known(String subject, String email) {
        return bySubject(subject).or(() -> email == null ? Optional.empty() : invited(email));
    }

    /** Notes until when no password of the person is taken; null when it is. */
    public void lock(long member, Instant until) {
        find(member)
                .filter(one -> !one.lockedUntil().equals(Optional.ofNullable(until)))
                .ifPresent(one -> one.lock(until));
    }

    /** Somebody of that mail address who may come in. */
    public Optional<Member> byEmail(String email) {
        return entities.createQuery("SELECT m FROM Member m WHERE m.email = :email", Member.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultStream()
                .filter(member -> member.status() != Member.Status.DEACTIVATED)
                .findFirst();
    }

    /** From now on the person may come in by the company's own identity provider as well, as that identity. */
    public void tie(long member, String companySubject) {
        find(member).ifPresent(one -> {
            one.comeInAs(companySubject);
            trail.changed(
                    AuditArea.PEOPLE, RecordId.format(one.id()), one.name(), Map.of(), Map.of("companySignIn", true));
        });
    }

    /** The identities that the company's own identity provider speaks for. */
    public List<String> companySubjects() {
        return tied().stream()
                .flatMap(member -> member.companySubject().stream())
                .toList();
    }

    /**
     * The company's own identity provider speaks for nobody any longer.
     *
     * @return the identities that it spoke for
     */
    public List<String> untie() {
        List<String> subjects = companySubjects();
        tied().forEach(member -> member.comeInAs(null));
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
        return subjects;
    }

    private List<Member> tied() {
        return entities.createQuery("SELECT m FROM Member m WHERE m.companySubject IS NOT NULL", Member.class)
                .getResultList();
    }

    private Optional<Member> invited(String email) {
        return entities.createQuery("SELECT m FROM Member m WHERE m.email = :email AND m.subject IS NULL", Member.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }
}
