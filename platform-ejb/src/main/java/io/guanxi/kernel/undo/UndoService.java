package io.guanxi.kernel.undo;

import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordUndo;
import io.guanxi.kernel.tabular.CsvExport;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Asks for jobs to be taken back, and tells what jobs have changed. */
@Stateless
@TenantBound
public class UndoService {

    private static final int PAGE = 1_000;

    @Inject
    private JobService jobs;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private UndoRight right;

    @Inject
    private RecordUndo undo;

    /**
     * Queues a job that takes another back. For whoever submitted that, and admins; needs {@code write} on its object, of
     * companions too.
     *
     * @param id the job to take back
     * @throws RecordNotFound when the caller has no such job
     * @throws io.guanxi.kernel.job.JobRefused when there is nothing to take back, or no longer
     */
    public JobView submit(String id) {
        JobView undoing = jobs.submitUndo(id, UndoHandler.TYPE);
        right.require(undoing.object(), Operation.UPDATE);
        return undoing;
    }

    /**
     * Writes as CSV what a job has done to which records, in the order it did it.
     *
     * @param locale language of headings
     * @throws RecordNotFound when the caller has no such job
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void exportChanges(String job, OutputStream out, Locale locale) throws IOException {
        right.require(jobs.require(job).object(), Operation.READ);
        long id = RecordId.parse(job).orElseThrow();
        try (CsvExport csv = new CsvExport(out, ',', true)) {
            csv.write(List.of(
                    Labels.error("changes.object", locale),
                    Labels.error("changes.id", locale),
                    Labels.error("changes.title", locale),
                    Labels.error("changes.action", locale)));
            List<RecordUndo.JobChange> page = undo.changesOf(id, 0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(change -> csv.write(List.of(
                        objects.find(change.object())
                                .map(object -> Labels.singular(object, locale))
                                .orElse(change.object()),
                        change.id(),
                        change.title(),
                        Labels.error("changes." + change.action().name().toLowerCase(Locale.ROOT), locale))));
                page = undo.changesOf(id, page.get(page.size() - 1).position(), PAGE);
            }
        }
    }
}
