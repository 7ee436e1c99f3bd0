package io.guanxi.kernel.export;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.file.StoredFileSource;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.portability.TenantExport;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tabular.PlainRows;
import io.guanxi.kernel.tabular.XlsxExport;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Asks for exports and hands out their files. */
@Stateless
@TenantBound
public class ExportService {

    /** Names of sheets have at most so many characters here. */
    private static final int LONGEST_SHEET = 25;

    private static final String ARCHIVE = "application/zip";

    @Inject
    private AuditTrail trail;

    @Inject
    private VisibleObjects objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordService records;

    @Inject
    private JobService jobs;

    @Inject
    private StoredFiles files;

    /**
     * Queues an export. Needs {@code read}.
     *
     * @throws InvalidQuery when the selection or a column does not fit the object
     */
    public JobView submit(ExportRequest request) {
        ObjectDescriptor object = objects.require(request.object());
        access.require(object, Operation.EXPORT);
        request.fields().stream()
                .filter(field -> object.find(field).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidQuery("unknownField", field);
                });
        // Whoever asks for a wrong list should hear it now, not from a failed job.
        records.list(object.name(), request.selection().query().limit(1));
        String name = object.path() + request.format().extension();
        return jobs.submit(
                new JobRequest(ExportHandler.TYPE, object.name(), ExportSettings.write(request), null, name, false));
    }

    /**
     * The file of an export, to be written.
     *
     * @param name      for who keeps it
     * @param mediaType of its content
     */
    public record ExportFile(long fileId, String name, String mediaType) {

        boolean isWorkbook() {
            return mediaType.equals(ExportFormat.XLSX.mediaType());
        }
    }

    /**
     * The file that a job has made. Needs {@code read} still, or what the pages of admins that offer it need.
     *
     * @throws RecordNotFound when the caller has no such job, or it has no file, or no longer
     */
    public ExportFile require(String job) {
        JobService.Result result = jobs.requireResult(job);
        boolean isArchive = result.type().equals(TenantExport.TYPE);
        if (isArchive) {
            access.require(Feature.ADMINISTER);
        } else if (result.object().equals(JobRequest.EVERY_OBJECT)) {
            access.require(Feature.AUDIT);
        } else {
            access.require(objects.require(result.object()), Operation.EXPORT);
        }
        ExportFormat format =
                result.name().endsWith(ExportFormat.XLSX.extension()) ? ExportFormat.XLSX : ExportFormat.CSV;
        if (files.size(result.fileId()).isEmpty()) {
            throw new RecordNotFound();
        }
        trail.done(AuditArea.JOBS, AuditAction.FETCHED, job, result.name(), Map.of());
        return new ExportFile(result.fileId(), result.name(), isArchive ? ARCHIVE : format.mediaType());
    }

    /** Writes the file, a piece in memory at a time; closes the stream. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(ExportFile file, OutputStream out) throws IOException {
        try (InputStream pieces = new StoredFileSource(files, file.fileId()).open()) {
            if (!file.isWorkbook()) {
                pieces.transferTo(out);
                out.close();
            } else {
                String sheet = file.name().replace(ExportFormat.XLSX.extension(), "");
                try (XlsxExport book =
                                new XlsxExport(out, sheet.substring(0, Math.min(sheet.length(), LONGEST_SHEET)));
                        PlainRows rows = PlainRows.read(pieces)) {
                    while (rows.hasNext()) {
                        book.write(rows.next());
                    }
                }
            }
        }
    }
}
