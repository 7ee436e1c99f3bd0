package io.guanxi.kernel.job;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Jobs of the caller's tenant: admins see all, others their own. */
@Stateless
@TenantBound
public class JobService {

    private static final int MAX_LIMIT = 100;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private JobQueue queue;

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
     * @param settings JSON for the job's handler
     * @param fileId   stored file it works on; null for none
     */
    public JobView submit(String type, String object, String settings, Long fileId, String fileName) {
        Caller caller = CallContext.require();
        Job job = new Job(RecordId.next(), type, object, settings, fileId, fileName, caller, now());
        entities.persist(job);
        entities.flush();
        queue.enqueue(caller.tenantId(), job.id());
        return job.view();
    }

    /**
     * @throws RecordNotFound when there is no such job for the caller
     */
    public JobView require(String id) {
        return find(id).view();
    }

    /**
     * @param cursor where the page before ended; null for the newest
     */
    public JobPage list(String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQuery("limit", MAX_LIMIT);
        }
        long before = cursor == null || cursor.isEmpty()
                ? Long.MAX_VALUE
                : RecordId.parse(cursor).orElseThrow(() -> new InvalidQuery("cursor"));
        Caller caller = CallContext.require();
        List<JobView> jobs = entities.createQuery(
                        "SELECT j FROM Job j WHERE j.id < :before AND (:all = TRUE OR j.submittedBy = :caller)"
                                + " ORDER BY j.id DESC",
                        Job.class)
                .setParameter("before", before)
                .setParameter("all", access.isAdmin())
                .setParameter("caller", caller.memberId())
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(Job::view)
                .toList();
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
        }
        return job.view();
    }

    private Job find(String id) {
        Caller caller = CallContext.require();
        Job job = RecordId.parse(id).isEmpty()
                ? null
                : entities.find(
                        Job.class,
                        new RecordKey(caller.tenantId(), RecordId.parse(id).getAsLong()));
        if (job == null || !access.isAdmin() && job.submittedBy() != caller.memberId()) {
            throw new RecordNotFound();
        }
        return job;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
