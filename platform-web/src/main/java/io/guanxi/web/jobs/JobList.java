package io.guanxi.web.jobs;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.job.JobFilter;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobStatus;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The jobs of the company for admins, and for everybody else their own. */
@Named("jobs")
@RequestScoped
public class JobList {

    private static final int PAGE = 50;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private JobService jobs;

    @Inject
    private JobWords words;

    @Inject
    private AccessPolicy access;

    @Inject
    private Texts texts;

    private JobService.JobPage page;

    /** One choice of a filter. */
    public record Option(String value, String label, boolean chosen) {}

    public JobService.JobPage getPage() {
        if (page == null) {
            page = jobs.list(new JobFilter(kind(), state()), request.getParameter("cursor"), PAGE);
        }
        return page;
    }

    /** Asks again, so that what runs is seen to get on. */
    public void refresh() {
        page = null;
    }

    /** Whether something on the page will change by itself. */
    public boolean isMoving() {
        return getPage().jobs().stream().anyMatch(job -> !job.status().isFinal());
    }

    public boolean isFiltered() {
        return kind().isPresent() || state().isPresent();
    }

    /** Whether jobs of others are here as well. */
    public boolean isOfAll() {
        return access.allows(Feature.AUDIT);
    }

    public List<Option> getKinds() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", texts.of("job.kind.all"), kind().isEmpty()));
        JobWords.KINDS.forEach(kind -> options.add(
                new Option(kind, words.kind(kind), kind().filter(kind::equals).isPresent())));
        return options;
    }

    public List<Option> getStates() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", texts.of("job.status.all"), state().isEmpty()));
        for (JobStatus status : JobStatus.values()) {
            options.add(new Option(
                    status.name(),
                    texts.of("job.status." + status),
                    state().filter(status::equals).isPresent()));
        }
        return options;
    }

    private Optional<String> kind() {
        return parameter("kind").filter(JobWords.KINDS::contains);
    }

    private Optional<JobStatus> state() {
        return parameter("state")
                .flatMap(name -> Arrays.stream(JobStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst());
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    public String getOlderHref() {
        return getPage()
                .next()
                .map(cursor -> here.href("jobs") + "?kind=" + kind().orElse("") + "&state="
                        + state().map(JobStatus::name).orElse("") + "&cursor=" + cursor)
                .orElse("");
    }
}
