package io.guanxi.kernel.undo;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordUndo;
import io.guanxi.kernel.record.UndoneChange;
import java.util.ArrayList;
import java.util.List;

/** The changes of one job, the latest first, in chunks. */
final class UndoWork implements JobWork {

    private static final int CHUNK = 200;

    private final long jobId;
    private final long undone;
    private final RecordUndo undo;
    private final RowErrors errors;
    private final ObjectRegistry objects;
    private List<Long> chunk = List.of();
    private long before = Long.MAX_VALUE;
    private long position;

    UndoWork(Job job, RecordUndo undo, RowErrors errors, ObjectRegistry objects) {
        this.jobId = job.id();
        this.undone = job.undoes().orElseThrow();
        this.undo = undo;
        this.errors = errors;
        this.objects = objects;
        this.position = job.position();
    }

    @Override
    public long count(Runnable alive) {
        return undo.count(undone);
    }

    @Override
    public boolean next() {
        boolean isResumed = before == Long.MAX_VALUE;
        position += chunk.size();
        chunk = undo.page(undone, before, isResumed ? position : 0, CHUNK);
        if (!chunk.isEmpty()) {
            before = chunk.get(chunk.size() - 1);
        }
        return !chunk.isEmpty();
    }

    @Override
    public Tally run() {
        List<UndoneChange> results = undo.undo(undone, jobId, chunk);
        List<RowErrors.Entry> told = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < results.size(); i++) {
            UndoneChange result = results.get(i);
            told.addAll(told(result, position + i + 1));
            tally = tally.plus(
                    switch (result.kind()) {
                        case REMOVED -> Tally.ofCreated();
                        case REVERTED -> Tally.ofUpdated();
                        case KEPT -> Tally.ofSkipped();
                        case FAILED -> Tally.ofFailed();
                        case SETTLED -> Tally.ofNothing();
                    });
        }
        errors.write(jobId, told);
        return tally;
    }

    private List<RowErrors.Entry> told(UndoneChange result, long line) {
        List<RowErrors.Entry> entries = new ArrayList<>();
        for (FieldError error : result.errors()) {
            entries.add(new RowErrors.Entry(
                    line,
                    entries.size(),
                    result.kind() == UndoneChange.Kind.KEPT ? RowErrors.Severity.WARNING : RowErrors.Severity.ERROR,
                    error.pointer().isEmpty() ? null : error.member(),
                    error.code(),
                    error.args(),
                    List.of(path(result.object()), result.id(), result.title())));
        }
        return entries;
    }

    private String path(String object) {
        return objects.find(object).map(ObjectDescriptor::path).orElse(object);
    }

    @Override
    public void close() {
        chunk = List.of();
    }
}
