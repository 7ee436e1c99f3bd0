package io.guanxi.tenantadmin.export;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.job.JobStatus;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.portability.TenantExport;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Exports of all that the company has: those that were made of late, and a new one. */
@Named("exportPage")
@RequestScoped
public class ExportPage {

    static final String ADDRESS = "/app/admin/export";

    private static final String JOBS = "/app/jobs/";

    @Inject
    private TenantExport exports;

    @Inject
    private HttpServletRequest request;

    private List<Row> rows;

    /**
     * One export.
     *
     * @param state  in a word
     * @param tone   of the badge
     * @param href   of its job
     * @param file   address of the file; empty when there is none, or no longer
     */
    public record Row(String made, String by, String state, String tone, String href, String file) {}

    @PostConstruct
    void openExports() {
        rows = exports.newest().stream().map(this::row).toList();
    }

    private Row row(JobView job) {
        String href = request.getContextPath() + JOBS + job.id();
        return new Row(
                time(job.createdAt()),
                job.submittedBy(),
                Texts.of("export.state." + state(job)),
                tone(job.status()),
                href,
                job.hasResult() ? href + "/result" : "");
    }

    /** A file that was erased leaves a job that has succeeded. */
    private static String state(JobView job) {
        return job.status() == JobStatus.SUCCEEDED && !job.hasResult()
                ? "EXPIRED"
                : job.status().name();
    }

    private static String tone(JobStatus status) {
        return switch (status) {
            case QUEUED, CANCELLED -> "gray";
            case RUNNING -> "blue";
            case SUCCEEDED -> "green";
            case FAILED -> "red";
        };
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Begins a new one, and goes to where it is watched. */
    public void start() {
        Pages.goTo(JOBS + exports.submit().id());
    }
}
