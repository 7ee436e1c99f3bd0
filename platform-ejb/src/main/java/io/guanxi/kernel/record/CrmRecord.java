package io.guanxi.kernel.record;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * What every record of the CRM has. Subclasses add typed columns; which of them may be filled, and how, stands in the
 * object's descriptor.
 */
@MappedSuperclass
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(
        name = "tenant_id",
        discriminatorType = jakarta.persistence.DiscriminatorType.INTEGER,
        primaryKey = true)
public abstract class CrmRecord {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    @Column(name = "id", updatable = false)
    private long id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private Long createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private Long updatedBy;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "external_system")
    private String externalSystem;

    @Column(name = "external_id")
    private String externalId;

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
