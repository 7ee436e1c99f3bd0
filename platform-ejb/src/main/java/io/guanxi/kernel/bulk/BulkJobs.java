package io.guanxi.kernel.bulk;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.BulkEdit;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Asks for bulk edits. */
@Stateless
@TenantBound
public class BulkJobs {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordService records;

    @Inject
    private JobService jobs;

    /** How many records a selection finds now; needs {@code read}. */
    public long count(String object, RecordSelection selection) {
        return records.count(object, selection.query());
    }

    /**
     * Queues a bulk edit. Needs {@code write}, or {@code delete} for deleting and restoring.
     *
     * @throws InvalidRecord when nothing would be changed, or a value is wrong for every record
     * @throws io.guanxi.kernel.error.InvalidQuery when the selection does not fit the object
     */
    public JobView submit(BulkRequest request) {
        ObjectDescriptor object = objects.require(request.object());
        access.require(Feature.EDIT_IN_BULK);
        access.require(object, request.edit().action().operation());
        if (request.edit().isEmpty()) {
            throw new InvalidRecord(FieldError.of("", "bulk.nothing"));
        }
        if (isShelving(request.edit()) && !object.archivable()) {
            throw new InvalidRecord(FieldError.of("", "bulk.noArchive"));
        }
        boolean isTagging = !request.edit().addTags().isEmpty()
                || !request.edit().removeTags().isEmpty();
        if (isTagging && object.fields().values().stream().noneMatch(field -> field.type() == FieldType.TAGS)) {
            throw new InvalidRecord(FieldError.of("/tags", "bulk.noTags"));
        }
        records.check(object.name(), request.edit().set());
        // Whoever asks for a wrong list should hear it now, not from a failed job.
        records.list(object.name(), request.selection().query().limit(1));
        return jobs.submit(new JobRequest(BulkHandler.TYPE, object.name(), request.write(), null, null, true));
    }

    private static boolean isShelving(BulkEdit edit) {
        return edit.action() == BulkEdit.Action.ARCHIVE || edit.action() == BulkEdit.Action.UNARCHIVE;
    }
}
