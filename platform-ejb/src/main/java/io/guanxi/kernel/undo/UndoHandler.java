package io.guanxi.kernel.undo;

import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordUndo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes jobs back. */
@ApplicationScoped
public class UndoHandler implements JobHandler {

    static final String TYPE = "undo";

    @Inject
    private ObjectRegistry objects;

    @Inject
    private UndoRight right;

    @Inject
    private RecordUndo undo;

    @Inject
    private RowErrors errors;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        right.require(job.object(), Operation.UPDATE);
        return new UndoWork(job, undo, errors, objects);
    }
}
