package io.guanxi.web.jobs;

import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.imports.ImportService;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobStatus;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.undo.UndoService;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;

/** One job: its progress, what came of it, and what can still be done about it. */
@Named("jobPage")
@RequestScoped
public class JobPage {

    private static final int FIRST_ERRORS = 20;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    @Inject
    private Here here;

    @Inject
    private JobService jobs;

    @Inject
    private UndoService undo;

    @Inject
    private ImportService imports;

    @Inject
    private RowErrors rowErrors;

    @Inject
    private VisibleObjects registry;

    @Inject
    private JobWords words;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private JobView job;
    private List<Problem> problems;

    /** One thing wrong with one row or record, in words. */
    public record Problem(String line, String place, String reason, boolean warning) {}

    /** The job in the address. */
    public JobView getJob() {
        if (job == null) {
            job = jobs.require(here.getId());
        }
        return job;
    }

    /** Whether what is wrong is wrong with rows of a file, not with records. */
    public boolean isOfRows() {
        return getJob().type().equals("import");
    }

    /** How far the job is, in a sentence for eyes and ears. */
    public String getProgress() {
        JobView now = getJob();
        if (now.total() == null) {
            return texts.of("job.waiting");
        }
        return texts.of(
                isOfRows() ? "job.progress" : "job.progress.other",
                words.number(now.processed()),
                words.number(now.total()));
    }

    /** How long the rest takes at the pace so far; empty while that cannot be told. */
    public String getRemaining() {
        JobView now = getJob();
        if (now.status() != JobStatus.RUNNING || now.total() == null || now.processed() == 0) {
            return "";
        }
        long seconds = Duration.between(now.startedAt(), Instant.now()).toSeconds();
        long left = seconds * (now.total() - now.processed()) / now.processed();
        return left < 60 ? texts.of("job.left.seconds", left) : texts.of("job.left.minutes", (left + 59) / 60);
    }

    /** Why the whole job failed; empty when it did not. */
    public String getFailure() {
        JobView now = getJob();
        return now.failure() == null
                ? ""
                : Labels.error(
                        now.failure(), texts.locale(), now.failureArguments().toArray());
    }

    public List<Problem> getProblems() {
        if (problems == null) {
            problems = rowErrors.first(here.getId(), FIRST_ERRORS).stream()
                    .map(this::problem)
                    .toList();
        }
        return problems;
    }

    /** Of a file people know line and column; of records their names. */
    private Problem problem(RowErrors.Entry entry) {
        String field = entry.column() == null ? "" : entry.column();
        String record =
                entry.cells().isEmpty() ? "" : entry.cells().get(entry.cells().size() - 1);
        return new Problem(
                isOfRows() ? String.valueOf(entry.line()) : record,
                field,
                Labels.error(
                        entry.code(),
                        texts.locale(),
                        entry.args().stream().map(this::shown).toArray()),
                entry.severity() == RowErrors.Severity.WARNING);
    }

    /** Points in time are kept as ISO 8601 says, and read as people write them where they are. */
    private Object shown(Object argument) {
        return argument instanceof String text && INSTANT.matcher(text).matches()
                ? words.time(Instant.parse(text))
                : argument;
    }

    public String getErrorsHref() {
        return here.href("jobs/" + here.getId() + "/errors");
    }

    public String getResultHref() {
        return here.href("jobs/" + here.getId() + "/result");
    }

    public String getChangesHref() {
        return here.href("jobs/" + here.getId() + "/changes");
    }

    public boolean isResumable() {
        JobStatus status = getJob().status();
        return (status == JobStatus.CANCELLED || status == JobStatus.FAILED) && getJob().undoneBy() == null;
    }

    /** Whether there is a list of what it changed. */
    public boolean isChanging() {
        return getJob().created() + getJob().updated() > 0
                && (getJob().undoUntil() != null || getJob().undoes() != null);
    }

    /** A dry run that is done and would import something. */
    public boolean isKeepable() {
        JobView tried = getJob();
        return tried.dryRun() && tried.status() == JobStatus.SUCCEEDED && tried.created() + tried.updated() > 0;
    }

    /** Imports what the dry run has tried. */
    public void keep() {
        follow(imports::keep);
    }

    /** The list that the job filled; empty when the object is no more or the job kept nothing. */
    public String getListHref() {
        if (getJob().dryRun()) {
            return "";
        }
        if (words.isCleansing(getJob())) {
            return here.href("admin/cleansing");
        }
        return registry.find(getJob().object())
                .map(object -> here.href(object.path()) + (words.isScan(getJob()) ? "/duplicates" : "?view=recent"))
                .orElse("");
    }

    public void cancel() {
        jobs.cancel(here.getId());
        job = null;
    }

    /** Goes on with a job that broke off. */
    public void resume() {
        jobs.resume(here.getId());
        job = null;
    }

    /** Has the job taken back, and shows how that gets on. */
    public void undo() {
        follow(undo::submit);
    }

    /** Shows the job that comes of this one, or why none does. */
    private void follow(Function<String, JobView> next) {
        try {
            Faces.redirect(words.href(next.apply(here.getId())));
        } catch (DomainException e) {
            toast.say(Labels.error(e.code(), texts.locale(), e.args().toArray()));
            Faces.redirect(here.address());
        }
    }
}
