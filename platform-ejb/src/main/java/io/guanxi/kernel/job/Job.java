package io.guanxi.kernel.job;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Long work of a tenant: what was asked for, by whom, and how far it is. */
@Entity
@Table(name = "job")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class Job {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    private String type;
    private String object;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    @Column(name = "file_id")
    private Long fileId;

    @Column(name = "file_name")
    private String fileName;

    /** Not a column SETTINGS: the parser of the statement guard takes that word for a keyword. */
    @Column(name = "instructions")
    private String settings;

    private long position;
    private Long total;
    private long created;
    private long updated;
    private long skipped;
    private long failed;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    private String failure;

    @Column(name = "failure_args")
    private String failureArgs;

    @Column(name = "submitted_by")
    private long submittedBy;

    @Column(name = "submitted_kind")
    private String submittedKind;

    @Column(name = "submitted_name")
    private String submittedName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Job() {}

    Job(long id, String type, String object, String settings, Long fileId, String fileName, Caller by, Instant now) {
        this.id = id;
        this.type = type;
        this.object = object;
        this.settings = settings;
        this.fileId = fileId;
        this.fileName = fileName;
        this.status = JobStatus.QUEUED;
        this.submittedBy = by.memberId();
        this.submittedKind = by.kind().name();
        this.submittedName = by.name();
        this.createdAt = now;
    }

    void start(long units, Instant now) {
        status = JobStatus.RUNNING;
        total = units;
        startedAt = now;
    }

    void advance(Tally tally) {
        position += tally.processed();
        created += tally.created();
        updated += tally.updated();
        skipped += tally.skipped();
        failed += tally.failed();
    }

    void end(JobStatus how, Instant now) {
        status = how;
        finishedAt = now;
    }

    void fail(String code, String args, Instant now) {
        failure = code;
        failureArgs = args;
        end(JobStatus.FAILED, now);
    }

    public long id() {
        return id;
    }

    public String type() {
        return type;
    }

    public String object() {
        return object;
    }

    public JobStatus status() {
        return status;
    }

    public Long fileId() {
        return fileId;
    }

    /** JSON that the job's handler has written. */
    public String settings() {
        return settings;
    }

    /** Units done, from the first. */
    public long position() {
        return position;
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    long submittedBy() {
        return submittedBy;
    }

    Caller.Kind submittedKind() {
        return Caller.Kind.valueOf(submittedKind);
    }

    JobView view() {
        return new JobView(
                io.guanxi.kernel.id.RecordId.format(id),
                type,
                object,
                status,
                fileName,
                total,
                position,
                created,
                updated,
                skipped,
                failed,
                failure,
                failureArgs,
                submittedName,
                createdAt,
                startedAt,
                finishedAt);
    }
}
