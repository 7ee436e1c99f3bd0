package io.guanxi.kernel.sharing;

import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A record that was shared with a person, a team or a role by hand. */
@Entity
@Table(name = "record_share")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class RecordShare {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    private String object;

    @Column(name = "record_id")
    private long recordId;

    private String grantee;

    @Enumerated(EnumType.STRING)
    private ShareLevel level;

    @Column(name = "shared_at")
    private Instant sharedAt;

    @Column(name = "shared_by")
    private Long sharedBy;

    protected RecordShare() {}

    RecordShare(long id, String object, long record, Grantee grantee, ShareLevel level, Long by, Instant now) {
        this.id = id;
        this.object = object;
        this.recordId = record;
        this.grantee = grantee.key();
        this.level = level;
        this.sharedBy = by;
        this.sharedAt = now;
    }

    long id() {
        return id;
    }

    Grantee grantee() {
        return Grantee.of(grantee).orElseThrow();
    }

    ShareLevel level() {
        return level;
    }

    void become(ShareLevel other) {
        level = other;
    }

    Instant sharedAt() {
        return sharedAt;
    }
}
