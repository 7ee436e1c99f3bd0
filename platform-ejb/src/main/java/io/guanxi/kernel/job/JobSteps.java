package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.record.RecordKey;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The transactions of a running job, each with the lease proven in it. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobSteps {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private JobQueue queue;

    /** The job as it stands. */
    public Job read(long id) {
        return entities.find(Job.class, new RecordKey(CallContext.require().tenantId(), id));
    }

    /** Shows life while nothing else is done. */
    public void renew(JobQueue.Lease lease) {
        queue.renew(lease);
    }

    public void start(JobQueue.Lease lease, long units) {
        queue.renew(lease);
        read(lease.jobId()).start(units, now());
    }

    /**
     * One chunk with its progress.
     *
     * @return false when the job was asked to stop; the chunk was then not done
     */
    public boolean chunk(JobQueue.Lease lease, JobWork work, long expectedPosition) {
        queue.renew(lease);
        Job job = read(lease.jobId());
        if (job.isCancelRequested()) {
            return false;
        }
        if (job.position() != expectedPosition) {
            throw new JobQueue.LeaseLost();
        }
        Tally tally = work.run();
        // Read again: a dry run throws away what the transaction has in hand.
        Job done = read(lease.jobId());
        done.advance(tally);
        work.note(done);
        return true;
    }

    public void end(JobQueue.Lease lease, JobStatus how) {
        read(lease.jobId()).end(how, now());
        queue.remove(lease);
    }

    public void fail(JobQueue.Lease lease, DomainException reason) {
        read(lease.jobId()).fail(reason.code(), JsonTree.write(reason.args()), now());
        queue.remove(lease);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
