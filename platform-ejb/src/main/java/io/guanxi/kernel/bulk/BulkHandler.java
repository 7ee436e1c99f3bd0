package io.guanxi.kernel.bulk;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordEdits;
import io.guanxi.kernel.record.RecordService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Carries bulk edits out. */
@ApplicationScoped
public class BulkHandler implements JobHandler {

    static final String TYPE = "bulk";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordService records;

    @Inject
    private RecordEdits edits;

    @Inject
    private RowErrors errors;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        BulkRequest request = BulkRequest.read(job.settings());
        ObjectDescriptor object = objects.require(request.object());
        access.require(Feature.EDIT_IN_BULK);
        access.require(object, request.edit().action().operation());
        return new BulkWork(job, request, object, records, edits, errors);
    }
}
