package io.guanxi.tenantadmin.guide;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.samples.SampleRemoval;
import io.guanxi.samples.Samples;
import io.guanxi.tenantadmin.guide.FirstSteps.Done;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first steps on the home page, and what it says of samples. */
@Named("firstSteps")
@RequestScoped
public class FirstStepsPage {

    private static final String CUSTOMERS = "accounts";
    private static final String HOME = "/app";

    @Inject
    private FirstSteps steps;

    @Inject
    private Samples samples;

    @Inject
    private SampleRemoval removal;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy policy;

    @Inject
    private HttpServletRequest request;

    private List<Step> shown;
    private Integer sampleCount;

    /** A step: the key of its texts, where it is taken, and whether it is done. */
    public record Step(String key, String icon, String href, boolean done) {}

    /** The steps that the caller can take; none when they need to be led no longer. */
    public List<Step> getSteps() {
        if (shown == null) {
            shown = new ArrayList<>();
            steps.find().ifPresent(this::show);
        }
        return shown;
    }

    private void show(Done done) {
        boolean writes = objects.findByPath(CUSTOMERS)
                .filter(customers -> policy.allows(customers, Operation.CREATE))
                .isPresent();
        if (writes) {
            shown.add(step("import", "pi-file-import", HOME + "/" + CUSTOMERS + "/import", done.imported()));
        }
        if (policy.allows(Feature.ADMINISTER)) {
            shown.add(step("invite", "pi-user-plus", HOME + "/admin/people", done.invited()));
        }
        if (writes) {
            shown.add(step("record", "pi-plus-circle", HOME + "/" + CUSTOMERS + "/new", done.worked()));
        }
        if (done.isEverything()) {
            steps.endForAll();
        }
    }

    private Step step(String key, String icon, String path, boolean done) {
        return new Step(key, icon, request.getContextPath() + path, done);
    }

    public boolean isShown() {
        return !getSteps().isEmpty();
    }

    /** Such as {@code 1 of 3}. */
    public String getProgress() {
        long done = getSteps().stream().filter(Step::done).count();
        return Texts.of("steps.progress", done, getSteps().size());
    }

    /** The caller wants to see them no longer. */
    public void end() {
        steps.end();
        Pages.goTo(HOME);
    }

    /** How many samples there are. */
    public int getSampleCount() {
        if (sampleCount == null) {
            sampleCount = samples.count();
        }
        return sampleCount;
    }

    public boolean isAdmin() {
        return policy.allows(Feature.ADMINISTER);
    }

    /** Takes the samples away. */
    public void removeSamples() {
        SampleRemoval.Result result = removal.remove();
        Pages.goTo(HOME + "?removed=" + result.removed() + "&kept=" + result.kept());
    }

    /** What became of the samples that were just removed; empty when none were. */
    public String getRemoved() {
        Optional<Integer> removed = number("removed");
        return removed.isEmpty()
                ? ""
                : Texts.of("samples.removed", removed.get(), number("kept").orElse(0));
    }

    private Optional<Integer> number(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf);
    }
}
