package io.guanxi.kernel.record;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** One change of one record, as {@link HistoryLog} wrote it in the transaction that made it. */
@Entity
@Table(name = "record_change")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class RecordChange {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    private String object;

    @Column(name = "record_id")
    private long recordId;

    private String action;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private long madeBy;

    @Column(name = "made_by_name")
    private String madeByName;

    @Column(name = "made_by_kind")
    private String madeByKind;

    @Column(name = "trace_id")
    private String traceId;

    private String changes;

    /** The job that made the change; null when none did. */
    @Column(name = "job_id")
    private Long jobId;

    /** When the record had been changed last before; kept for changes of jobs alone, which can be taken back. */
    @Column(name = "touched_at")
    private Instant touchedAt;

    @Column(name = "touched_by")
    private Long touchedBy;

    protected RecordChange() {}

    long id() {
        return id;
    }

    HistoryEntry.Action action() {
        return HistoryEntry.Action.valueOf(action);
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeByName() {
        return madeByName;
    }

    String madeByKind() {
        return madeByKind;
    }

    String object() {
        return object;
    }

    long recordId() {
        return recordId;
    }

    boolean isOf(long job) {
        return jobId != null && jobId == job;
    }

    Optional<Long> job() {
        return Optional.ofNullable(jobId);
    }

    Instant touchedAt() {
        return touchedAt;
    }

    Long touchedBy() {
        return touchedBy;
    }

    /** JSON object of {@code field → [before, after]}; null when no field changed. */
    String changes() {
        return changes;
    }
}
