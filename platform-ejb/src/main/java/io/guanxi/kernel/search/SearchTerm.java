package io.guanxi.kernel.search;

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

/** One word of one record, read by lists; written in bulk by {@link SearchIndex}. */
@Entity
@ReadOnly
@Table(name = "search_term")
@IdClass(SearchTerm.Key.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class SearchTerm {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private String object;

    @Id
    private String term;

    @Id
    @Column(name = "record_id")
    private long recordId;

    protected SearchTerm() {}

    /** Primary key. */
    public static class Key implements Serializable {
        private int tenantId;
        private String object;
        private String term;
        private long recordId;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.tenantId == tenantId
                    && key.recordId == recordId
                    && key.object.equals(object)
                    && key.term.equals(term);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, object, term, recordId);
        }
    }
}
