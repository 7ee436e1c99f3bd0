package io.guanxi.kernel.job;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.id.RecordId;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Long work of a tenant: what was asked for, by whom, and how far it is. */
@Entity
@Table(name = "job")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public class Job {

    private static final int UNDO_DAYS = 30;

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

    /** Whether its changes are marked so that they can be taken back. */
    private boolean undoable;

    /** The job that this one takes back; null for others. */
    private Long undoes;

    @Column(name = "undone_by")
    private Long undoneBy;

    /** Where the handler goes on; only it knows the form. */
    private String bookmark;

    /** The file that the job makes; complete when the job has succeeded. */
    @Column(name = "result_id")
    private Long resultId;

    protected Job() {}

    Job(long id, JobRequest request, Caller by, Instant now) {
        this.id = id;
        this.type = request.type();
        this.object = request.object();
        this.settings = request.settings();
        this.fileId = request.fileId();
        this.fileName = request.fileName();
        this.undoable = request.undoable();
        this.status = JobStatus.QUEUED;
        this.submittedBy = by.memberId();
        this.submittedKind = by.kind().name();
        this.submittedName = by.name();
        this.createdAt = now;
    }

    /** The job that takes another back. */
    static Job undoing(Job other, long id, String type, Caller by, Instant now) {
        Job undo = new Job(id, new JobRequest(type, other.object, "{}", null, other.fileName, false), by, now);
        undo.undoes = other.id;
        return undo;
    }

    void undoneBy(long undo) {
        undoneBy = undo;
    }

    /** Until when it may be taken back; empty when it changed nothing, has not ended, or takes another back itself. */
    Optional<Instant> undoUntil() {
        return undoable && status.isFinal() && created + updated > 0
                ? Optional.of(finishedAt.plus(UNDO_DAYS, ChronoUnit.DAYS))
                : Optional.empty();
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

    /** It ended before everything was done. */
    boolean isBrokenOff() {
        return status == JobStatus.CANCELLED || status == JobStatus.FAILED;
    }

    /** Goes on where it broke off. */
    void resume() {
        status = total == null ? JobStatus.QUEUED : JobStatus.RUNNING;
        cancelRequested = false;
        failure = null;
        failureArgs = null;
        finishedAt = null;
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

    /** What {@link #bookmark(String)} was given last; null before the first chunk. */
    public String bookmark() {
        return bookmark;
    }

    /** Notes where to go on, in the transaction of a chunk. */
    public void bookmark(String place) {
        bookmark = place;
    }

    /** Names the stored file that the job makes; it is handed out when the job has succeeded. */
    public void offer(long file) {
        resultId = file;
    }

    /** The file to be handed out. */
    Optional<Long> result() {
        return Optional.ofNullable(resultId).filter(file -> status == JobStatus.SUCCEEDED);
    }

    String fileName() {
        return fileName;
    }

    /** The job that this one takes back. */
    public Optional<Long> undoes() {
        return Optional.ofNullable(undoes);
    }

    Optional<Long> undoneBy() {
        return Optional.ofNullable(undoneBy);
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    long submittedBy() {
        return submittedBy;
    }

    String submittedName() {
        return submittedName;
    }

    Caller.Kind submittedKind() {
        return Caller.Kind.valueOf(submittedKind);
    }

    JobView view() {
        return new JobView(
                RecordId.format(id),
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
                finishedAt,
                undoes().map(RecordId::format).orElse(null),
                undoneBy().map(RecordId::format).orElse(null),
                undoUntil().orElse(null),
                result().isPresent(),
                request().isDryRun());
    }

    /** What it was submitted to do. */
    JobRequest request() {
        return new JobRequest(type, object, settings, fileId, fileName, undoable);
    }
}
