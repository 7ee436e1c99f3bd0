package io.guanxi.kernel.imports;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.file.StoredFileSource;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.tabular.FileHints;
import io.guanxi.kernel.tabular.FileLimits;
import io.guanxi.kernel.tabular.FileSource;
import io.guanxi.kernel.tabular.TabularFile;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Imports: a file is stored, looked at, and handed to a job. */
@Stateless
@TenantBound
public class ImportService {

    @Inject
    private VisibleObjects objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private StoredFiles files;

    @Inject
    private JobService jobs;

    @Inject
    private SavedMappings mappings;

    @Inject
    private ImportSpool spool;

    /**
     * Stores an uploaded file. Needs {@code write} on the object it is meant for.
     *
     * @return id of the file
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String store(String object, String fileName, InputStream content) throws IOException {
        access.require(objects.require(object), Operation.IMPORT);
        return RecordId.format(files.store(fileName, content));
    }

    /**
     * What a stored file holds, and what its columns seem to fill. Needs {@code write}.
     *
     * @param locale of the labels of targets
     * @throws io.guanxi.kernel.tabular.UnreadableFile when it is not a table
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImportPreview preview(String object, String file, FileHints hints, Locale locale) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.IMPORT);
        FileSource source = new StoredFileSource(files, inner(file));
        try (TabularFile table = TabularFile.open(source, hints, FileLimits.STANDARD, spool.folder())) {
            return ImportPreview.of(table, targets(descriptor, locale), mappings.of(object));
        }
    }

    /**
     * The request with the columns that a mapping finds in a stored file. Needs {@code write}.
     *
     * @param mapping id of a saved one, or name of the program whose exports one that is ready fits
     * @throws io.guanxi.kernel.error.RecordNotFound when there is no such mapping for the object that the caller sees
     * @throws InvalidMapping when the file lacks a column that is mapped
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImportRequest mapped(ImportRequest request, String file, String mapping) {
        SavedMapping saved = mappings.require(request.object(), mapping);
        ObjectDescriptor descriptor = objects.require(request.object());
        FileSource source = new StoredFileSource(files, inner(file));
        try (TabularFile table = TabularFile.open(source, request.reading(), FileLimits.STANDARD, spool.folder())) {
            saved.requireFit(table.columns());
            return request.with(saved.on(table.columns(), targets(descriptor, Locale.ENGLISH)));
        }
    }

    /** What columns may fill. Needs {@code write}. */
    public List<ImportTarget> targets(String object, Locale locale) {
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.IMPORT);
        return targets(descriptor, locale);
    }

    /**
     * Queues an import. Needs {@code write}, of companions too.
     *
     * @throws InvalidRecord when the key is not a field that records can be found by
     * @throws InvalidMapping when the mapping does not fit the file
     */
    public JobView submit(ImportRequest request, String file, String fileName) {
        ObjectDescriptor descriptor = objects.require(request.object());
        access.require(descriptor, Operation.IMPORT);
        descriptor.companions().forEach(c -> access.require(objects.require(c.object()), Operation.IMPORT));
        requireKey(descriptor, request.rule());
        long id = inner(file);
        requireReadable(descriptor, request, id);
        return jobs.submit(new JobRequest(
                ImportHandler.TYPE, request.object(), ImportSettings.write(request), id, fileName, !request.dryRun()));
    }

    /**
     * Queues the import that a dry run has tried: the same file, columns and choices. Needs what {@link #submit} needs.
     *
     * @param dryRun id of the job
     * @throws RecordNotFound when the caller has no such dry run, or its file is kept no longer
     */
    public JobView keep(String dryRun) {
        JobRequest tried = jobs.requireRequest(dryRun);
        if (!tried.type().equals(ImportHandler.TYPE) || tried.fileId() == null) {
            throw new RecordNotFound();
        }
        return submit(ImportSettings.read(tried.settings()).kept(), RecordId.format(tried.fileId()), tried.fileName());
    }

    /** Whoever sends a wrong file or mapping should hear it now, not from a failed job. */
    private void requireReadable(ObjectDescriptor descriptor, ImportRequest request, long file) {
        FileSource source = new StoredFileSource(files, file);
        try (TabularFile table = TabularFile.open(source, request.reading(), FileLimits.STANDARD, spool.folder())) {
            List<ImportTarget> targets = targets(descriptor, Locale.ENGLISH);
            ImportWork.mapping(request, table, targets)
                    .resolve(targets, table.columns().size());
        }
    }

    private static void requireKey(ObjectDescriptor object, DuplicateRule rule) {
        boolean usable = rule.mode() == DuplicateRule.Mode.CREATE
                || "externalId".equals(rule.key())
                || rule.key() != null
                        && object.find(rule.key()).filter(DuplicateRule::finds).isPresent();
        if (!usable) {
            throw new InvalidRecord(FieldError.of("/key", "import.key", String.valueOf(rule.key())));
        }
    }

    private List<ImportTarget> targets(ObjectDescriptor descriptor, Locale locale) {
        return ImportTargets.of(descriptor, objects::require, locale);
    }

    private long inner(String file) {
        long id = RecordId.parse(file).orElseThrow(io.guanxi.kernel.error.RecordNotFound::new);
        if (files.size(id).isEmpty()) {
            throw new RecordNotFound();
        }
        return id;
    }
}
