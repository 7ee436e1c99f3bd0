package io.guanxi.kernel.portability;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.database.Snapshot;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.file.TenantFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobFilter;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * All of a company in one file, for its admins. One is written at a time on each node: it reads from one moment of the
 * database, so that it cannot be put aside for the jobs of others, and there are two workers.
 */
@ApplicationScoped
public class TenantExport implements JobHandler {

    public static final String TYPE = "tenant-export";

    private static final int SHOWN = 20;

    private final Semaphore room = new Semaphore(1);

    @Inject
    private AccessPolicy access;

    @Inject
    private JobService jobs;

    @Inject
    private SqlGateway sql;

    @Inject
    private PortableSchema schema;

    @Inject
    private StoredFiles stored;

    @Inject
    private TenantFiles files;

    @Inject
    private Tenants tenants;

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Queues an export. Needs the right to administer. */
    public JobView submit() {
        access.require(Feature.ADMINISTER);
        String slug =
                tenants.find(CallContext.require().tenantId()).orElseThrow().slug();
        return jobs.submit(new JobRequest(TYPE, JobRequest.EVERY_OBJECT, "{}", null, slug + ".zip", false));
    }

    /** The newest ones. Needs the right to administer. */
    public List<JobView> newest() {
        access.require(Feature.ADMINISTER);
        return jobs.list(new JobFilter(Optional.of(TYPE), Optional.empty()), null, SHOWN)
                .jobs();
    }

    /** Writes all of the caller's tenant at once, for the operator's own machine. */
    public void write(OutputStream out) throws IOException {
        try (ArchiveWriter archive = writer(sql.snapshot(), out)) {
            while (!archive.isEnded()) {
                archive.step();
            }
        }
    }

    private ArchiveWriter writer(Snapshot snapshot, OutputStream out) {
        return new ArchiveWriter(
                out,
                snapshot,
                schema,
                files,
                tenants.find(CallContext.require().tenantId()).orElseThrow());
    }

    @Override
    public boolean takeRoom() {
        return room.tryAcquire();
    }

    @Override
    public void leaveRoom() {
        room.release();
    }

    @Override
    public JobWork open(Job job) {
        access.require(Feature.ADMINISTER);
        Snapshot snapshot = sql.snapshot();
        return new TenantExportWork(job, out -> writer(snapshot, out), snapshot, schema.tables(), stored);
    }
}
