package io.guanxi.integrations.rest.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A request that was carried out, and its answer. */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyEntry.Key.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class IdempotencyEntry {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    @Column(name = "client_id", updatable = false)
    private long clientId;

    @Id
    @Column(name = "request_key", updatable = false)
    private String requestKey;

    @Column(name = "fingerprint")
    private String fingerprint;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "status")
    private int status;

    @Column(name = "location")
    private String location;

    @Column(name = "etag")
    private String etag;

    @Lob
    @Column(name = "body")
    private byte[] body;

    protected IdempotencyEntry() {}

    IdempotencyEntry(int tenantId, long clientId, IdempotencyKey key, Instant createdAt) {
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.requestKey = key.value();
        this.createdAt = createdAt;
        this.fingerprint = "";
        this.body = new byte[0];
    }

    void complete(String requestFingerprint, Answer answer) {
        fingerprint = requestFingerprint;
        status = answer.status();
        location = answer.location();
        etag = answer.etag();
        body = answer.body();
    }

    boolean isOlderThan(Instant limit) {
        return createdAt.isBefore(limit);
    }

    StoredAnswer stored() {
        return new StoredAnswer(fingerprint, new Answer(status, location, etag, body));
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private int tenantId;
        private long clientId;
        private String requestKey;

        protected Key() {}

        Key(int tenantId, long clientId, IdempotencyKey key) {
            this.tenantId = tenantId;
            this.clientId = clientId;
            this.requestKey = key.value();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.tenantId == tenantId
                    && key.clientId == clientId
                    && key.requestKey.equals(requestKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, clientId, requestKey);
        }
    }
}
