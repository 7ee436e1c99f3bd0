package io.guanxi.web.imports;

import io.guanxi.kernel.imports.RowErrors;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobStatus;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Jobs as people follow them: all of them, and one with its progress and what went wrong. */
@Named("jobs")
@RequestScoped
public class JobPages {

    private static final int PAGE = 50;
    private static final int FIRST_ERRORS = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private JobService jobs;

    @Inject
    private RowErrors rowErrors;

    @Inject
    private ObjectRegistry registry;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private JobView job;
    private JobService.JobPage page;
    private List<Problem> problems;

    /** One thing wrong with one row, in words. */
    public record Problem(String line, String column, String reason, boolean warning) {}

    public JobService.JobPage getPage() {
        if (page == null) {
            page = jobs.list(request.getParameter("cursor"), PAGE);
        }
        return page;
    }

    public String getOlderHref() {
        return getPage().next().map(c -> here.href("jobs") + "?cursor=" + c).orElse("");
    }

    public String href(JobView one) {
        return here.href("jobs/" + one.id());
    }

    /** The job in the address. */
    public JobView getJob() {
        if (job == null) {
            job = jobs.require(here.getId());
        }
        return job;
    }

    public String title(JobView one) {
        return one.fileName() == null
                ? texts.of("job.title." + one.type(), objectLabel(one))
                : texts.of("job.title", objectLabel(one), one.fileName());
    }

    private String objectLabel(JobView one) {
        // An object of the tenant's own may be gone since.
        return registry.find(one.object())
                .map(object -> Labels.plural(object, texts.locale()))
                .orElse(one.object());
    }

    public String status(JobView one) {
        return texts.of("job.status." + one.status());
    }

    public String colour(JobView one) {
        return switch (one.status()) {
            case QUEUED, CANCELLED -> "gray";
            case RUNNING -> "blue";
            case SUCCEEDED -> one.failed() > 0 ? "ochre" : "green";
            case FAILED -> "red";
        };
    }

    public String number(long count) {
        return values.formats().count(count);
    }

    public String time(Instant instant) {
        return instant == null ? "" : values.formats().instant(instant);
    }

    public String ago(Instant instant) {
        return instant == null ? "" : values.formats().ago(instant, Instant.now());
    }

    /** How far the job is, in a sentence for eyes and ears. */
    public String getProgress() {
        JobView now = getJob();
        return now.total() == null
                ? texts.of("job.waiting")
                : texts.of("job.progress", number(now.processed()), number(now.total()));
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
                    .map(e -> new Problem(
                            String.valueOf(e.line()),
                            e.column() == null ? "" : e.column(),
                            Labels.error(e.code(), texts.locale(), e.args().toArray()),
                            e.severity() == RowErrors.Severity.WARNING))
                    .toList();
        }
        return problems;
    }

    public String getErrorsHref() {
        return here.href("jobs/" + here.getId() + "/errors");
    }

    /** The list that the job filled; empty when the object is no more. */
    public String getListHref() {
        return registry.find(getJob().object())
                .map(object -> here.href(object.path()) + "?view=recent")
                .orElse("");
    }

    public void cancel() {
        jobs.cancel(here.getId());
        job = null;
    }
}
