package io.guanxi.billing;

import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.OptionalLong;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A limit agreed with one tenant, which counts instead of its plan's. */
@Entity
@Table(name = "subscription_limit")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
class AgreedLimit {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    private String name;
    private Long allowed;

    protected AgreedLimit() {}

    AgreedLimit(long id, String name) {
        this.id = id;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Empty for no limit. */
    OptionalLong allowed() {
        return allowed == null ? OptionalLong.empty() : OptionalLong.of(allowed);
    }

    void agree(OptionalLong most) {
        allowed = most.isPresent() ? most.getAsLong() : null;
    }
}
