package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A person in one tenant. The same person in two tenants is two members with one log-in. */
@Entity
@Table(name = "member")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class Member {

    /** Whether a person may come in. */
    public enum Status {
        INVITED,
        ACTIVE,
        DEACTIVATED
    }

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    private String subject;

    @Column(name = "company_subject")
    private String companySubject;

    private String email;
    private String name;

    @Convert(converter = RoleColumn.class)
    private Role role;

    @Column(name = "manager_id")
    private Long manager;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String locale;
    private String zone;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Member() {}

    /** A person who was invited and has not logged in yet. */
    public Member(long id, String email, String name, Role role, Instant now) {
        this.id = id;
        this.email = email.toLowerCase(Locale.ROOT);
        this.name = name;
        this.role = role;
        this.status = Status.INVITED;
        this.createdAt = now;
    }

    /** The first log-in ties the person to the identity; later ones only note the time, at most once a minute. */
    void seen(String identity, Instant now) {
        if (subject == null && !identity.equals(companySubject)) {
            subject = identity;
        }
        if (status == Status.INVITED) {
            status = Status.ACTIVE;
        }
        if (lastSeenAt == null || lastSeenAt.plusSeconds(60).isBefore(now)) {
            lastSeenAt = now;
        }
    }

    /** The person may come in by the company's own identity provider as well, as that identity. */
    void comeInAs(String identity) {
        companySubject = identity;
    }

    /** No password of the person is taken until then; null when it is. */
    void lock(Instant until) {
        lockedUntil = until;
    }

    /** Language of the pages from now on. */
    void speak(Locale language) {
        locale = language.toLanguageTag();
    }

    /** What the person is in the tenant from now on. */
    public void become(Role newRole) {
        role = newRole;
    }

    /** Whom the person reports to from now on; null for nobody. */
    public void reportTo(Long newManager) {
        manager = newManager;
    }

    /** The person may no longer come in; what they did stays theirs. */
    public void deactivate() {
        status = Status.DEACTIVATED;
    }

    /** The person may come in again, or for the first time when they never did. */
    public void reactivate() {
        status = lastSeenAt == null ? Status.INVITED : Status.ACTIVE;
    }

    public long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** Keycloak's id of the identity that a password belongs to; empty for who never came by one. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** Keycloak's id of the identity that the company's own identity provider speaks for; empty for none. */
    public Optional<String> companySubject() {
        return Optional.ofNullable(companySubject);
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** Whom the person reports to; empty for nobody. */
    public Optional<Long> manager() {
        return Optional.ofNullable(manager);
    }

    public Status status() {
        return status;
    }

    /** The person's own choice; empty follows the tenant. */
    public Optional<Locale> locale() {
        return Optional.ofNullable(locale).map(Locale::forLanguageTag);
    }

    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone).map(ZoneId::of);
    }

    public Optional<Instant> lastSeenAt() {
        return Optional.ofNullable(lastSeenAt);
    }

    /** Until when no password of the person is taken; a time that is over, or empty, when it is. */
    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }
}
