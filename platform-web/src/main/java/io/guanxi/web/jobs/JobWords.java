package io.guanxi.web.jobs;

import io.guanxi.customers.classes.ClassificationHandler;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.audit.AuditExport;
import io.guanxi.kernel.cleansing.CleansingApply;
import io.guanxi.kernel.cleansing.CleansingHandler;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.duplicate.DuplicateScan;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.portability.TenantExport;
import io.guanxi.kernel.record.TagRuleHandler;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How jobs are told of: each kind counts things of its own. */
@Named("jobWords")
@RequestScoped
public class JobWords {

    /** Kinds of job that people may choose among, in the order they are offered in. */
    static final List<String> KINDS = List.of(
            "import",
            "export",
            "bulk",
            "undo",
            DuplicateScan.TYPE,
            CleansingHandler.TYPE,
            CleansingApply.TYPE,
            ClassificationHandler.TYPE,
            TagRuleHandler.TYPE,
            FieldDefinitions.RECOMPUTE,
            AuditExport.TYPE,
            TenantExport.TYPE,
            "object-removal");

    /** Kinds of job that write a file and change nothing. */
    private static final List<String> FILES = List.of("export", AuditExport.TYPE, TenantExport.TYPE);

    /** Kinds of job that have words of their own for what they count. */
    private static final List<String> COUNTED = List.of("import", "undo");

    /** Kinds of job that add nothing, and have words of their own for the rest. */
    private static final List<String> CHANGING =
            List.of("bulk", CleansingApply.TYPE, ClassificationHandler.TYPE, TagRuleHandler.TYPE);

    /** Kinds of job whose file says what they are about. */
    private static final List<String> FILED = List.of("import", "export", "undo", "other");

    @Inject
    private Here here;

    @Inject
    private VisibleObjects registry;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    /** What a job counts, and how many there are of it. */
    public record Count(String label, String number) {}

    public String href(JobView job) {
        return href(job.id());
    }

    public String href(String id) {
        return here.href("jobs/" + id);
    }

    public String title(JobView job) {
        // An object of the tenant's own may be gone since.
        String object = registry.find(job.object())
                .map(descriptor -> Labels.plural(descriptor, texts.locale()))
                .orElse(job.object());
        String title = job.fileName() == null || !FILED.contains(word(job))
                ? texts.of("job.title." + word(job), object)
                : texts.of("job.title." + word(job) + ".of", object, job.fileName());
        return job.dryRun() ? texts.of("job.title.dryRun", title) : title;
    }

    public String kind(JobView job) {
        return kind(word(job));
    }

    String kind(String type) {
        return texts.of("job.kind." + type);
    }

    public String icon(JobView job) {
        return switch (job.type()) {
            case "import" -> "pi-file-import";
            case "export", AuditExport.TYPE, TenantExport.TYPE -> "pi-download";
            case "bulk" -> "pi-list-check";
            case "undo" -> "pi-undo";
            case DuplicateScan.TYPE -> "pi-clone";
            case CleansingHandler.TYPE, CleansingApply.TYPE -> "pi-eraser";
            case ClassificationHandler.TYPE -> "pi-star";
            case TagRuleHandler.TYPE -> "pi-tag";
            default -> "pi-sync";
        };
    }

    /** Whether a job looks for duplicates, which adds and changes no records. */
    public boolean isScan(JobView job) {
        return job.type().equals(DuplicateScan.TYPE);
    }

    /** Whether a job looks for what is wrong with records, or puts right what it has found. */
    public boolean isCleansing(JobView job) {
        return job.type().equals(CleansingHandler.TYPE) || job.type().equals(CleansingApply.TYPE);
    }

    public String status(JobView job) {
        return texts.of("job.status." + job.status());
    }

    public String colour(JobView job) {
        return switch (job.status()) {
            case QUEUED, CANCELLED -> "gray";
            case RUNNING -> "blue";
            case SUCCEEDED -> job.failed() > 0 ? "ochre" : "green";
            case FAILED -> "red";
        };
    }

    /** The job's counts in the words of its kind; an export has none beside its progress. */
    public List<Count> counts(JobView job) {
        if (FILES.contains(job.type())) {
            return List.of();
        }
        if (job.type().equals(CleansingHandler.TYPE)) {
            return List.of(new Count(texts.of("job.findings"), number(job.created())));
        }
        if (isScan(job)) {
            return List.of(new Count(texts.of("job.found"), number(job.created())));
        }
        boolean isChanging = CHANGING.contains(job.type());
        String prefix = "job.count." + counted(job) + ".";
        List<Count> counts = new ArrayList<>();
        if (!isChanging) {
            counts.add(new Count(texts.of(prefix + "created"), number(job.created())));
        }
        counts.add(new Count(texts.of(prefix + "updated"), number(job.updated())));
        counts.add(new Count(texts.of(prefix + "skipped"), number(job.skipped())));
        counts.add(new Count(texts.of(prefix + "failed"), number(job.failed())));
        return counts;
    }

    /** What a dry run counts has not come about. */
    private static String counted(JobView job) {
        if (job.dryRun()) {
            return "dryRun";
        }
        return CHANGING.contains(job.type()) || COUNTED.contains(job.type()) ? job.type() : "other";
    }

    /** Kinds that have no words of their own are told of in general ones. */
    private static String word(JobView job) {
        return KINDS.contains(job.type()) ? job.type() : "other";
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
}
