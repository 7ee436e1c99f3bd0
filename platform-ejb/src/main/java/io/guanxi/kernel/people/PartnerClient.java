package io.guanxi.kernel.people;

import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A partner's program that works with a tenant's data over REST. */
@Entity
@Table(name = "partner_client")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class PartnerClient {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "client_id")
    private String clientId;

    private String name;
    private String grants;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    /** Its name at Keycloak before the last change of its secret; null when it has none any more. */
    @Column(name = "previous_id")
    private String previousId;

    @Column(name = "previous_until")
    private Instant previousUntil;

    protected PartnerClient() {}

    /**
     * @param clientId its name in Keycloak
     * @param grants   what it may do, such as {@code accounts:read}
     */
    public PartnerClient(long id, String clientId, String name, Set<String> grants, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.name = name;
        this.grants = String.join(" ", new TreeSet<>(grants));
        this.active = true;
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String clientId() {
        return clientId;
    }

    public String name() {
        return name;
    }

    public Set<String> grants() {
        return grants.isBlank() ? Set.of() : Set.of(grants.split(" "));
    }

    void grant(Set<String> allowed) {
        grants = String.join(" ", new TreeSet<>(allowed));
    }

    /** From now on it logs in by another name; by the one before until a time. */
    void rotate(String newId, Instant until) {
        previousId = clientId;
        previousUntil = until;
        clientId = newId;
    }

    /** The name before is of no use any more. */
    void endPrevious() {
        previousId = null;
        previousUntil = null;
    }

    /** It may not come in again, by any name. */
    void revoke() {
        active = false;
        endPrevious();
    }

    /** Whether it may come in by that name now. */
    boolean isKnownAs(String name, Instant now) {
        return active
                && (clientId.equals(name)
                        || name.equals(previousId) && previousUntil != null && now.isBefore(previousUntil));
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it last called, to the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The name it may still log in by beside its own, until {@link #previousUntil()}. */
    public Optional<String> previousId() {
        return Optional.ofNullable(previousId);
    }

    public Optional<Instant> previousUntil() {
        return Optional.ofNullable(previousUntil);
    }

    public boolean isActive() {
        return active;
    }
}
