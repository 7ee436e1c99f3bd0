package io.guanxi.kernel.imports;

import io.guanxi.kernel.duplicate.RowSuspects;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RowImport;
import io.guanxi.kernel.record.RowInput;
import io.guanxi.kernel.record.RowOutcome;
import io.guanxi.kernel.tabular.Row;
import io.guanxi.kernel.tabular.RowCursor;
import io.guanxi.kernel.tabular.TabularFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rows of one import, in chunks, from where the job stands. */
final class ImportWork implements JobWork {

    /** Rows in one transaction: enough to make commits cheap, few enough to lose little time when one is repeated. */
    private static final int CHUNK = 200;

    private static final int ROWS_BETWEEN_SIGNS_OF_LIFE = 50_000;

    private final long jobId;
    private final ImportRequest request;
    private final ObjectDescriptor object;
    private final TabularFile table;
    private final RowTranslator translator;
    private final RowFaults faults;
    private final RowImport target;
    private final RowErrors errors;
    private final RowSuspects suspects;
    private final RowCursor cursor;
    private List<Row> chunk = List.of();

    ImportWork(
            Job job,
            ImportRequest request,
            ObjectDescriptor object,
            TabularFile table,
            RowTranslator translator,
            List<ImportTarget> targets,
            RowImport target,
            RowErrors errors,
            RowSuspects suspects) {
        this.jobId = job.id();
        this.request = request;
        this.object = object;
        this.table = table;
        this.translator = translator;
        this.faults = new RowFaults(table.columns(), mapping(request, table, targets));
        this.target = target;
        this.errors = errors;
        this.suspects = suspects;
        this.cursor = table.rows();
        for (long row = 0; row < job.position() && cursor.hasNext(); row++) {
            cursor.next();
        }
    }

    /** The mapping asked for, or the one that the headings suggest. */
    static Mapping mapping(ImportRequest request, TabularFile table, List<ImportTarget> targets) {
        return request.mapping()
                .orElseGet(() -> request.headings().isEmpty()
                        ? new MappingSuggester(targets).suggest(table.columns())
                        : Mapping.byHeading(request.headings(), table.columns()));
    }

    @Override
    public long count(Runnable alive) {
        long count = 0;
        try (RowCursor rows = table.rows()) {
            while (rows.hasNext()) {
                rows.next();
                if (++count % ROWS_BETWEEN_SIGNS_OF_LIFE == 0) {
                    alive.run();
                }
            }
        }
        return count;
    }

    @Override
    public boolean next() {
        List<Row> rows = new ArrayList<>(CHUNK);
        while (rows.size() < CHUNK && cursor.hasNext()) {
            rows.add(cursor.next());
        }
        chunk = rows;
        return !rows.isEmpty();
    }

    @Override
    public Tally run() {
        List<TranslatedRow> translated =
                chunk.stream().map(translator::translate).toList();
        List<RowInput> inputs = translated.stream()
                .filter(row -> row.faults().isEmpty())
                .map(row -> new RowInput(row.externalId(), row.record(), row.companions()))
                .toList();
        Iterator<Optional<RowSuspects.Suspect>> suspected = suspected(inputs);
        Iterator<RowOutcome> outcomes = target.apply(jobId, object, inputs, request.rule(), request.dryRun())
                .iterator();
        List<RowErrors.Entry> found = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < chunk.size(); i++) {
            TranslatedRow row = translated.get(i);
            if (!row.faults().isEmpty()) {
                found.addAll(faults.of(chunk.get(i), List.of(), row.faults(), List.of()));
                tally = tally.plus(Tally.ofFailed());
                continue;
            }
            RowOutcome outcome = outcomes.next();
            List<RowErrors.Entry> told = faults.of(chunk.get(i), row.warnings(), List.of(), outcome.errors());
            found.addAll(told);
            Row read = chunk.get(i);
            suspected
                    .next()
                    .filter(suspect -> outcome.kind() == RowOutcome.Kind.CREATED)
                    .ifPresent(suspect -> found.add(faults.suspected(read, told.size(), object.titleField(), suspect)));
            tally = tally.plus(
                    switch (outcome.kind()) {
                        case CREATED -> Tally.ofCreated();
                        case UPDATED -> Tally.ofUpdated();
                        case SKIPPED -> Tally.ofSkipped();
                        case FAILED -> Tally.ofFailed();
                    });
        }
        errors.write(jobId, found);
        return tally;
    }

    /** Asked before the rows are written, when those that are there are not yet the rows themselves. */
    private Iterator<Optional<RowSuspects.Suspect>> suspected(List<RowInput> inputs) {
        return request.suspects() && !object.matching().isEmpty()
                ? suspects.of(object, inputs.stream().map(RowInput::record).toList())
                        .iterator()
                : inputs.stream()
                        .map(input -> Optional.<RowSuspects.Suspect>empty())
                        .iterator();
    }

    @Override
    public void close() {
        cursor.close();
        table.close();
    }
}
