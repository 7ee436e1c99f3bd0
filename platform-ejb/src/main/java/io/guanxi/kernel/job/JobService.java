package io.guanxi.kernel.job;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of the caller's tenant: admins see all, others their own. */
@Stateless
@TenantBound
public class JobService {

    private static final int MAX_LIMIT = 100;

    /** Characters of a job's instructions that the audit keeps. */
    private static final int LONGEST_TOLD = 2_000;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private JobQueue queue;

    @Inject
    private JobHandlers handlers;

    @Inject
    private AccessPolicy access;

    /**
     * One page of jobs, newest first.
     *
     * @param next cursor of older ones; empty on the last page
     */
    public record JobPage(List<JobView> jobs, Optional<String> next) {}

    /**
     * A new job, to be taken up by any worker after commit. The service that offers the type of job checks permissions.
     *
     * @throws TenantReadOnly when the job would change data and the company is read-only
     */
    public JobView submit(JobRequest request) {
        Caller caller = CallContext.require();
        return submit(new Job(RecordId.next(), request, caller, now()), caller);
    }

    /** Whether a job that does the same has been submitted and not been begun. */
    public boolean isWaiting(JobRequest request) {
        return !entities.createQuery(
                        "SELECT j.id FROM Job j WHERE j.status = :queued AND j.type = :type AND j.object = :object"
                                + " AND j.settings = :settings",
                        Long.class)
                .setParameter("queued", JobStatus.QUEUED)
                .setParameter("type", request.type())
                .setParameter("object", request.object())
                .setParameter("settings", request.settings())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * A new job that takes another back: once, unless that was broken off. Who has the job may ask; the service that
     * offers it checks permissions.
     *
     * @throws JobRefused when there is nothing to take back, or no longer
     * @throws RecordNotFound when there is no such job for the caller
     */
    public JobView submitUndo(String id, String type) {
        Caller caller = CallContext.require();
        // Locked before it is read: of two who ask at once one is told that it is done.
        lock(id);
        Job job = find(id);
        Instant until = job.undoUntil().orElseThrow(() -> new JobRefused("job.undo.nothing"));
        if (now().isAfter(until)) {
            throw new JobRefused("job.undo.tooLate");
        }
        boolean isTaken = job.undoneBy()
                .map(this::inner)
                .filter(undo -> !undo.isBrokenOff())
                .isPresent();
        if (isTaken) {
            throw new JobRefused("job.undo.done");
        }
        JobView undo = submit(Job.undoing(job, RecordId.next(), type, caller, now()), caller);
        job.undoneBy(RecordId.parse(undo.id()).orElseThrow());
        return undo;
    }

    private void lock(String id) {
        RecordId.parse(id)
                .ifPresent(number -> entities.createQuery("SELECT j FROM Job j WHERE j.id = :id", Job.class)
                        .setParameter("id", number)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    private JobView submit(Job job, Caller caller) {
        requireAllowed(job, caller);
        entities.persist(job);
        entities.flush();
        queue.enqueue(caller.tenantId(), job.id());
        tell(AuditAction.STARTED, job);
        return job.view();
    }

    private void requireAllowed(Job job, Caller caller) {
        if (caller.readsOnly() && handlers.of(job.type()).changes()) {
            throw new TenantReadOnly();
        }
    }

    /**
     * @throws RecordNotFound when there is no such job for the caller
     */
    public JobView require(String id) {
        return find(id).view();
    }

    /**
     * What a job was submitted to do, for who submits the same again.
     *
     * @throws RecordNotFound when there is no such job for the caller
     */
    public JobRequest requireRequest(String id) {
        return find(id).request();
    }

    /**
     * @param cursor where the page before ended; null for the newest
     */
    public JobPage list(JobFilter filter, String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQuery("limit", MAX_LIMIT);
        }
        long before = cursor == null || cursor.isEmpty()
                ? Long.MAX_VALUE
                : RecordId.parse(cursor).orElseThrow(() -> new InvalidQuery("cursor"));
        Caller caller = CallContext.require();
        String text = "SELECT j FROM Job j WHERE j.id < :before AND (:all = TRUE OR j.submittedBy = :caller)"
                + filter.type().map(type -> " AND j.type = :type").orElse("")
                + filter.status().map(status -> " AND j.status = :status").orElse("")
                + " ORDER BY j.id DESC";
        TypedQuery<Job> query = entities.createQuery(text, Job.class)
                .setParameter("before", before)
                .setParameter("all", access.allows(Feature.AUDIT))
                .setParameter("caller", caller.memberId());
        filter.type().ifPresent(type -> query.setParameter("type", type));
        filter.status().ifPresent(status -> query.setParameter("status", status));
        List<JobView> jobs =
                query.setMaxResults(limit + 1).getResultStream().map(Job::view).toList();
        return jobs.size() <= limit
                ? new JobPage(jobs, Optional.empty())
                : new JobPage(
                        jobs.subList(0, limit), Optional.of(jobs.get(limit - 1).id()));
    }

    /** Stops the job after the chunk it is at; what is done stays. A job that has ended stays as it is. */
    public JobView cancel(String id) {
        Job job = find(id);
        if (!job.status().isFinal()) {
            // Not through the entity: the worker changes it all the time and would win.
            entities.createQuery("UPDATE Job j SET j.cancelRequested = TRUE WHERE j.id = :id")
                    .setParameter("id", job.id())
                    .executeUpdate();
            tell(AuditAction.CANCELLED, job);
        }
        return job.view();
    }

    /** A file that a job of a type has made of records of an object. */
    public record Result(String type, String object, long fileId, String name) {}

    /**
     * The file that a job has made.
     *
     * @throws RecordNotFound when the caller has no such job, or it has no file, or no longer
     */
    public Result requireResult(String id) {
        Job job = find(id);
        return new Result(job.type(), job.object(), job.result().orElseThrow(RecordNotFound::new), job.fileName());
    }

    /**
     * Goes on with a job that was cancelled or failed, where it stands. Any other stays as it is.
     *
     * @throws JobRefused when it has been taken back
     */
    public JobView resume(String id) {
        lock(id);
        Job job = find(id);
        if (job.isBrokenOff()) {
            if (job.undoneBy().isPresent()) {
                throw new JobRefused("job.resume.undone");
            }
            requireAllowed(job, CallContext.require());
            job.resume();
            entities.flush();
            tell(AuditAction.STARTED, job);
            queue.enqueue(CallContext.require().tenantId(), job.id());
        }
        return job.view();
    }

    /** What it does it was told in detail when it was submitted: long lists of records are not kept twice. */
    private void tell(AuditAction action, Job job) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", job.type());
        details.put("object", job.object());
        if (job.settings().length() <= LONGEST_TOLD) {
            details.put("settings", JsonTree.read(job.settings()));
        }
        job.undoes().ifPresent(undone -> details.put("undoes", RecordId.format(undone)));
        trail.done(
                AuditArea.JOBS, action, RecordId.format(job.id()), job.request().fileName(), details);
    }

    private Job find(String id) {
        Caller caller = CallContext.require();
        Job job = RecordId.parse(id).isEmpty() ? null : inner(RecordId.parse(id).getAsLong());
        if (job == null || !access.allows(Feature.AUDIT) && job.submittedBy() != caller.memberId()) {
            throw new RecordNotFound();
        }
        return job;
    }

    private Job inner(long id) {
        return entities.find(Job.class, new RecordKey(CallContext.require().tenantId(), id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
