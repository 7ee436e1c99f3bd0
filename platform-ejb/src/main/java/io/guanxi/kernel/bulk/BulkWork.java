package io.guanxi.kernel.bulk;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.RecordEdits;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The records of one bulk edit, page by page, the newest first: by their ids, which no edit changes, so that each is met
 * once even when the edit takes it out of the list.
 */
final class BulkWork implements JobWork {

    private static final int CHUNK = 100;

    private final long jobId;
    private final BulkRequest request;
    private final ObjectDescriptor object;
    private final RecordService records;
    private final RecordEdits edits;
    private final RowErrors errors;
    private final RecordQuery query;
    private List<String> chunk = List.of();
    private String cursor;
    private String reached;
    private long position;

    BulkWork(
            Job job,
            BulkRequest request,
            ObjectDescriptor object,
            RecordService records,
            RecordEdits edits,
            RowErrors errors) {
        this.jobId = job.id();
        this.request = request;
        this.object = object;
        this.records = records;
        this.edits = edits;
        this.errors = errors;
        RecordSelection selection = request.selection();
        this.query = new RecordSelection(selection.filters(), selection.text(), null, selection.shelf())
                .query()
                .fields(Set.of(object.titleField()))
                .limit(CHUNK);
        this.reached = job.bookmark() == null ? "" : job.bookmark();
        this.position = job.position();
    }

    @Override
    public long count(Runnable alive) {
        return records.count(object.name(), query);
    }

    @Override
    public boolean next() {
        position += chunk.size();
        cursor = reached;
        if (cursor.equals(END)) {
            return false;
        }
        RecordPage page = records.list(object.name(), cursor.isEmpty() ? query : query.after(cursor));
        chunk = page.items().stream().map(RecordView::id).toList();
        reached = page.next().orElse(END);
        return !chunk.isEmpty();
    }

    private static final String END = "end";

    @Override
    public Tally run() {
        List<RecordEdits.Outcome> outcomes = edits.apply(jobId, object, chunk, request.edit());
        List<RowErrors.Entry> told = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < outcomes.size(); i++) {
            RecordEdits.Outcome outcome = outcomes.get(i);
            told.addAll(told(outcome, position + i + 1));
            tally = tally.plus(
                    !outcome.errors().isEmpty()
                            ? Tally.ofFailed()
                            : outcome.changed() ? Tally.ofUpdated() : Tally.ofSkipped());
        }
        errors.write(jobId, told);
        return tally;
    }

    private List<RowErrors.Entry> told(RecordEdits.Outcome outcome, long line) {
        List<RowErrors.Entry> entries = new ArrayList<>();
        for (FieldError error : outcome.errors()) {
            entries.add(new RowErrors.Entry(
                    line,
                    entries.size(),
                    RowErrors.Severity.ERROR,
                    error.pointer().isEmpty() ? null : error.member(),
                    error.code(),
                    error.args(),
                    List.of(object.path(), outcome.id(), outcome.title())));
        }
        return entries;
    }

    @Override
    public void note(Job job) {
        job.bookmark(reached);
    }

    @Override
    public void close() {
        chunk = List.of();
    }
}
