package io.guanxi.kernel.export;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Carries exports out. */
@ApplicationScoped
public class ExportHandler implements JobHandler {

    static final String TYPE = "export";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordService records;

    @Inject
    private StoredFiles files;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public JobWork open(Job job) {
        ExportRequest request = ExportSettings.read(job.settings());
        ObjectDescriptor object = objects.require(request.object());
        access.require(object, Operation.EXPORT);
        ObjectDescriptor seen = access.seen(object);
        // A field that has gone since is no column any more.
        List<FieldDescriptor> fields = request.fields().isEmpty()
                ? RecordCells.all(seen)
                : request.fields().stream()
                        .flatMap(name -> seen.find(name).stream())
                        .toList();
        RecordCells cells = new RecordCells(seen, fields, CallContext.require().locale());
        return new ExportWork(job, request, cells, fields, records, files);
    }
}
