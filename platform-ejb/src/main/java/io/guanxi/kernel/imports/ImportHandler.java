package io.guanxi.kernel.imports;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.duplicate.RowSuspects;
import io.guanxi.kernel.file.StoredFileSource;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RowImport;
import io.guanxi.kernel.tabular.FileLimits;
import io.guanxi.kernel.tabular.TabularFile;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Carries imports out. */
@ApplicationScoped
public class ImportHandler implements JobHandler {

    static final String TYPE = "import";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private VisibleObjects visible;

    @Inject
    private AccessPolicy access;

    @Inject
    private StoredFiles files;

    @Inject
    private ImportSpool spool;

    @Inject
    private RowImport rows;

    @Inject
    private RowErrors errors;

    @Inject
    private RowSuspects suspects;

    @Inject
    private Tenants tenants;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        ImportRequest request = ImportSettings.read(job.settings());
        ObjectDescriptor object = objects.require(request.object());
        access.require(object, Operation.IMPORT);
        TabularFile table = TabularFile.open(
                new StoredFileSource(files, job.fileId()), request.reading(), FileLimits.STANDARD, spool.folder());
        try {
            List<ImportTarget> targets = ImportTargets.of(access.seen(object), visible::require, Locale.ENGLISH);
            RowTranslator translator =
                    new RowTranslator(table, ImportWork.mapping(request, table, targets), targets, options(request));
            return new ImportWork(job, request, object, table, translator, targets, rows, errors, suspects);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private ImportOptions options(ImportRequest request) {
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        return ImportOptions.standard()
                .withDefaultCountry(request.defaultCountry().orElse(tenant.country()))
                .withCurrency(tenant.currency())
                .withZone(tenant.zone())
                .withInvalidPhones(request.phones());
    }
}
