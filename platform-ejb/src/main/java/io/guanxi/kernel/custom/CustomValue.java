package io.guanxi.kernel.custom;

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

/**
 * A value of one field of a tenant's own in one record, read by lists; written in bulk by {@link CustomIndex}. A record has
 * several in a field of several choices.
 */
@Entity
@ReadOnly
@Table(name = "custom_value")
@IdClass(CustomValue.Key.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class CustomValue {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    @Column(name = "record_id")
    private long recordId;

    @Id
    @Column(name = "field_id")
    private long fieldId;

    @Id
    @Column(name = "position")
    private int position;

    @Column(name = "sort_key")
    private String sortKey;

    @Column(name = "text_value")
    private String text;

    @Column(name = "unique_value")
    private String uniqueValue;

    protected CustomValue() {}

    /** Primary key. */
    public static class Key implements Serializable {
        private int tenantId;
        private long recordId;
        private long fieldId;
        private int position;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.tenantId == tenantId
                    && key.recordId == recordId
                    && key.fieldId == fieldId
                    && key.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, recordId, fieldId, position);
        }
    }
}
