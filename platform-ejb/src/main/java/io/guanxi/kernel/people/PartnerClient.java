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

    public boolean isActive() {
        return active;
    }
}
