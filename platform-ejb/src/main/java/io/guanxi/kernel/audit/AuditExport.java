package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.json.JsonTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Files of entries, for admins: the filter's, the newest first. */
@ApplicationScoped
public class AuditExport implements JobHandler {

    public static final String TYPE = "audit-export";

    private static final String FILE = "audit.csv";

    @Inject
    private AccessPolicy access;

    @Inject
    private AuditSearch search;

    @Inject
    private AuditWords words;

    @Inject
    private StoredFiles files;

    @Inject
    private JobService jobs;

    @Override
    public String type() {
        return TYPE;
    }

    /** Queues an export. Needs {@link Feature#AUDIT}. */
    public JobView submit(AuditFilter filter) {
        access.require(Feature.AUDIT);
        return jobs.submit(
                new JobRequest(TYPE, JobRequest.EVERY_OBJECT, JsonTree.write(filter.tree()), null, FILE, false));
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public JobWork open(Job job) {
        access.require(Feature.AUDIT);
        return new AuditExportWork(
                AuditFilter.of(JsonTree.readObject(job.settings())), search, words, files, job.bookmark());
    }
}
