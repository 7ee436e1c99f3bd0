package io.guanxi.tenantadmin.cleansing;

import io.guanxi.kernel.cleansing.Cleansing;
import io.guanxi.kernel.cleansing.CleansingRun;
import io.guanxi.kernel.cleansing.FindingKind;
import io.guanxi.kernel.cleansing.FindingStatus;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The findings of a run, kind by kind, and what is decided about them. */
@Named("cleansingPage")
@RequestScoped
public class CleansingPage {

    static final String ADDRESS = "/app/admin/cleansing";

    private static final int PAGE = 50;

    /** Parameter of the boxes of findings. */
    private static final String CHOSEN = "finding";

    private static final Set<String> DONE = Set.of("accepted", "dismissed", "nothing", "started", "months");

    @Inject
    private Cleansing cleansing;

    @Inject
    private JobService jobs;

    @Inject
    private FindingWords words;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<CleansingRun> runs;
    private Optional<CleansingRun> run = Optional.empty();
    private FindingKind kind;
    private Cleansing.FindingPage page;
    private List<FindingLine> lines;

    /** A kind of findings, and how many of it are open. */
    public record Tab(String label, long count, String href, boolean current) {}

    /** A run of the history. */
    public record Past(String date, String by, String href, long found, long applied, boolean current) {}

    @PostConstruct
    void openRun() {
        runs = cleansing.runs();
        String wanted = Parameters.given(request, "run", "ofRun");
        if (!wanted.isEmpty()) {
            run = Optional.of(cleansing.require(wanted));
        } else {
            run = runs.stream()
                    .filter(one -> one.finishedAt() != null)
                    .findFirst()
                    .map(one -> cleansing.require(one.id()));
        }
        String word = Parameters.given(request, "kind", "ofKind");
        kind = Arrays.stream(FindingKind.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseGet(this::firstFilled);
    }

    private FindingKind firstFilled() {
        return Arrays.stream(FindingKind.values())
                .filter(one -> open(one) > 0)
                .findFirst()
                .orElse(FindingKind.DUPLICATE);
    }

    private long open(FindingKind of) {
        return run.map(one -> one.count(of, FindingStatus.OPEN)).orElse(0L);
    }

    /** A run that is on now, in a sentence; empty when there is none. */
    public String getRunning() {
        return running()
                .map(job -> Texts.of("cleansing.running", job.percent()))
                .orElse("");
    }

    public String getRunningHref() {
        return running().map(job -> application() + "/app/jobs/" + job.id()).orElse("");
    }

    private Optional<JobView> running() {
        return runs.stream()
                .limit(1)
                .filter(one -> one.finishedAt() == null)
                .map(one -> jobs.require(one.job()))
                .filter(job -> !job.status().isFinal())
                .findFirst();
    }

    /** No run has ended yet. */
    public boolean isVirgin() {
        return run.isEmpty();
    }

    /** When the run was and who wanted it. */
    public String getWhen() {
        return run.map(one -> Texts.of(
                        one.planned() ? "cleansing.when.planned" : "cleansing.when",
                        FindingWords.moment(one.startedAt()),
                        one.startedBy()))
                .orElse("");
    }

    public String getRun() {
        return run.map(CleansingRun::id).orElse("");
    }

    public String getKind() {
        return kind.word();
    }

    public List<Tab> getTabs() {
        return Arrays.stream(FindingKind.values())
                .map(one -> new Tab(Texts.of("cleansing.kind." + one.word()), open(one), href(one, false), one == kind))
                .toList();
    }

    private String href(FindingKind of, boolean all) {
        return application() + ADDRESS + "?run=" + getRun() + "&kind=" + of.word() + (all ? "&all=true" : "");
    }

    /** Findings that are decided are shown as well. */
    public boolean isAll() {
        return "true".equals(request.getParameter("all"));
    }

    /** The open findings alone, or all of them: the other of what is shown now. */
    public String getOtherHref() {
        return href(kind, !isAll());
    }

    private Cleansing.FindingPage page() {
        if (page == null) {
            page = cleansing.findings(
                    getRun(),
                    kind,
                    isAll() ? Optional.empty() : Optional.of(FindingStatus.OPEN),
                    request.getParameter("cursor"),
                    PAGE);
        }
        return page;
    }

    public List<FindingLine> getLines() {
        if (lines == null) {
            lines = isVirgin()
                    ? List.of()
                    : page().findings().stream()
                            .map(finding -> words.line(finding, application()))
                            .toList();
        }
        return lines;
    }

    /** Address of the next page; empty on the last. */
    public String getMoreHref() {
        return isVirgin()
                ? ""
                : page().next()
                        .map(cursor -> href(kind, isAll()) + "&cursor=" + cursor)
                        .orElse("");
    }

    /** There is something to decide on the page. */
    public boolean isDecidable() {
        return getLines().stream().anyMatch(FindingLine::open);
    }

    /** There is something that a job could do. */
    public boolean isAcceptable() {
        return getLines().stream().anyMatch(FindingLine::acceptable);
    }

    /** What the button says that accepts all of the kind. */
    public String getAcceptAll() {
        return Texts.of("cleansing.accept.all", open(kind));
    }

    public boolean isDuplicates() {
        return kind == FindingKind.DUPLICATE;
    }

    public List<Past> getHistory() {
        return runs.stream()
                .filter(one -> one.finishedAt() != null)
                .map(one -> new Past(
                        FindingWords.moment(one.startedAt()),
                        one.planned() ? Texts.of("cleansing.planned") : one.startedBy(),
                        application() + ADDRESS + "?run=" + one.id(),
                        Arrays.stream(FindingKind.values())
                                .mapToLong(one::count)
                                .sum(),
                        Arrays.stream(FindingKind.values())
                                .mapToLong(of -> one.count(of, FindingStatus.APPLIED))
                                .sum(),
                        one.id().equals(getRun())))
                .toList();
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("cleansing.done." + done) : "";
    }

    /** Looks through all records now. */
    public void start() {
        errors.attempt(() -> {
            cleansing.start();
            Pages.goTo(ADDRESS + "?done=started");
        });
    }

    public void accept() {
        decide("accepted", ids -> cleansing.accept(getRun(), ids));
    }

    public void acceptAll() {
        errors.attempt(() -> {
            cleansing.acceptAll(getRun(), kind);
            back("accepted");
        });
    }

    public void dismiss() {
        decide("dismissed", ids -> cleansing.dismiss(getRun(), ids));
    }

    private void decide(String done, java.util.function.Consumer<List<String>> decision) {
        List<String> chosen = chosen();
        if (chosen.isEmpty()) {
            back("nothing");
        } else {
            errors.attempt(() -> {
                decision.accept(chosen);
                back(done);
            });
        }
    }

    /** The button of one line names it; the buttons beneath mean all lines that are ticked. */
    private List<String> chosen() {
        for (String button : List.of("accept", "dismiss")) {
            String one = request.getParameter(button);
            if (one != null && !one.isEmpty()) {
                return List.of(one);
            }
        }
        String[] ticked = request.getParameterValues(CHOSEN);
        return ticked == null ? List.of() : new ArrayList<>(Arrays.asList(ticked));
    }

    private void back(String done) {
        Pages.goTo(ADDRESS + "?run=" + getRun() + "&kind=" + kind.word() + "&done=" + done);
    }

    private String application() {
        return request.getContextPath();
    }
}
