package io.guanxi.kernel.tag;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.ReadOnly;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** That a record has a tag, read by lists; written in bulk by {@link TagAssignments}. */
@Entity
@ReadOnly
@Table(name = "record_tag")
@IdClass(RecordTag.Key.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class RecordTag {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private String object;

    @Id
    @Column(name = "tag_id")
    private long tagId;

    @Id
    @Column(name = "record_id")
    private long recordId;

    protected RecordTag() {}

    /** Primary key. */
    public static class Key implements Serializable {
        private int tenantId;
        private String object;
        private long tagId;
        private long recordId;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.tenantId == tenantId
                    && key.tagId == tagId
                    && key.recordId == recordId
                    && key.object.equals(object);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, object, tagId, recordId);
        }
    }
}
