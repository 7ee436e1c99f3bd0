package io.guanxi.tenantadmin.operator;

import io.guanxi.billing.Entitlement;
import io.guanxi.billing.PastDue;
import io.guanxi.billing.PlanTexts;
import io.guanxi.billing.Plans;
import io.guanxi.billing.Subscriptions;
import io.guanxi.billing.figures.TenantDirectory;
import io.guanxi.billing.figures.TenantDirectory.Entry;
import io.guanxi.billing.usage.ApiCalls;
import io.guanxi.billing.usage.UsageReport;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.closing.Closing;
import io.guanxi.kernel.closing.Closings;
import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.support.SupportDesk;
import io.guanxi.kernel.support.SupportGrant;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.usage.UsageWords;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One tenant, as operators see and treat it: {@code id} in the address, {@code of} in the forms. */
@Named("tenantPage")
@RequestScoped
public class TenantPage {

    static final String ADDRESS = "/operator/tenant";

    private static final List<String> LIMITS = List.of(
            UsageReport.USERS, Usage.RECORDS, Usage.STORAGE, ApiCalls.PER_DAY, ApiCalls.PER_MONTH, PastDue.DAYS);

    private static final Set<String> DONE =
            Set.of("pastDue", "readOnly", "suspended", "restored", "reopened", "extended", "plan", "limit", "addOn");

    @Inject
    private TenantDirectory directory;

    @Inject
    private TenantControl control;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Closings closings;

    @Inject
    private Plans plans;

    @Inject
    private Modules modules;

    @Inject
    private SupportDesk support;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private Entry entry;
    private Entitlement entitlement;
    private Map<String, OptionalLong> agreed;
    private Set<String> addOns;
    private Optional<Closing> closing;
    private String plan;
    private String trialEnd;
    private String limit = Usage.RECORDS;
    private String most;

    /** A limit with what counts now. */
    public record LimitRow(String name, String label, String allowed, boolean own) {}

    /** A module beyond or within the plan. */
    public record ModuleRow(String name, String label, boolean entitled, boolean on, boolean addOn) {}

    @PostConstruct
    void openTenant() {
        int id;
        try {
            id = Integer.parseInt(Parameters.given(request, "id", "of"));
        } catch (NumberFormatException none) {
            throw new RecordNotFound();
        }
        entry = directory.find(id).orElseThrow(RecordNotFound::new);
        plan = entry.plan();
        trialEnd = entry.trialEndsAt()
                .map(end ->
                        LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC).toString())
                .orElse("");
        try (var product = asProduct()) {
            entitlement = subscriptions.entitlement();
            agreed = subscriptions.agreed();
            addOns = subscriptions.addOns();
            closing = closings.find();
        }
    }

    private CallContext.Scope asProduct() {
        return CallContext.enter(Caller.system(entry.tenant().id(), "0"));
    }

    public Entry getEntry() {
        return entry;
    }

    /** What the status means for the company. */
    public String getStatusText() {
        return closing.map(one -> Texts.of(
                        "operator.closing.text", FigureWords.time(one.closedAt()), FigureWords.time(one.eraseAt())))
                .orElseGet(() -> Texts.of("operator.status." + entry.tenant().status()));
    }

    /** Why the erasing does not go on; empty when nothing is in its way. */
    public String getErasureFailure() {
        return closing.flatMap(Closing::failure)
                .map(failure -> Texts.of("operator.closing.failure", failure))
                .orElse("");
    }

    /** Whether the company was closed and can be taken back. */
    public boolean isReopenable() {
        return closing.filter(Closing::isOpen).isPresent();
    }

    public void reopen() {
        run("reopened", () -> control.reopen(operator()));
    }

    /** Whether operators may give the company that status by a click. */
    public boolean isPossible(String status) {
        Tenant.Status wanted = Tenant.Status.valueOf(status);
        Tenant.Status now = entry.tenant().status();
        return now.mayBecome(wanted) && wanted != Tenant.Status.ERASED;
    }

    public boolean isTrial() {
        return entry.trialEndsAt().isPresent();
    }

    public List<String> getPlans() {
        return plans.codes();
    }

    public String planName(String code) {
        return PlanTexts.plan(code, Texts.locale());
    }

    public List<String> getLimits() {
        return LIMITS;
    }

    public String limitName(String name) {
        return PlanTexts.limit(name, Texts.locale());
    }

    public List<LimitRow> getLimitRows() {
        return LIMITS.stream()
                .map(name -> new LimitRow(
                        name,
                        limitName(name),
                        entitlement.limit(name).isPresent()
                                ? UsageWords.amount(
                                        name, entitlement.limit(name).getAsLong(), Texts.locale())
                                : Texts.of("usage.unlimited"),
                        agreed.containsKey(name)))
                .toList();
    }

    public List<ModuleRow> getModuleRows() {
        return modules.all().stream()
                .map(module -> new ModuleRow(
                        module.name(),
                        modules.label(module.name(), Texts.locale()),
                        entitlement.entitled().contains(module.name()),
                        entitlement.modules().contains(module.name()),
                        addOns.contains(module.name())))
                .toList();
    }

    /** Until when support may come in; empty when it may not. */
    public String getSupportText() {
        Optional<SupportGrant> grant = support.active(entry.tenant().id());
        return grant.map(leave -> Texts.of(
                        "operator.support.until",
                        leave.grantedName(),
                        FigureWords.time(leave.endsAt()),
                        leave.reason()))
                .orElse("");
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("operator.done." + done) : "";
    }

    public void markPastDue() {
        run("pastDue", () -> control.markPastDue(operator()));
    }

    public void makeReadOnly() {
        run("readOnly", () -> control.makeReadOnly(operator()));
    }

    public void suspend() {
        run("suspended", () -> control.suspend(operator()));
    }

    public void restore() {
        run("restored", () -> control.restore(operator()));
    }

    public void extend() {
        run(
                "extended",
                () -> control.extendTrial(
                        operator(), day().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(trialEnd);
        } catch (DateTimeParseException none) {
            throw new InvalidRecord(FieldError.of("/trialEnd", "time.unreadable"));
        }
    }

    public void changePlan() {
        run("plan", () -> control.changePlan(operator(), plan));
    }

    public void agree() {
        run("limit", () -> control.agree(operator(), limit, amount()));
    }

    /** Nothing is no limit. */
    private OptionalLong amount() {
        String text = most == null ? "" : most.strip();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,15}")) {
            throw new InvalidRecord(FieldError.of("/most", "type.integer"));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    public void revoke(String name) {
        run("limit", () -> control.revoke(operator(), name));
    }

    public void addOn(String module, boolean given) {
        run("addOn", () -> control.addOn(operator(), module, given));
    }

    private String operator() {
        return String.valueOf(request.getAttribute(OperatorServlet.OPERATOR));
    }

    private void run(String done, Runnable change) {
        try (var product = asProduct()) {
            change.run();
        } catch (DomainException broken) {
            errors.add(broken);
            return;
        }
        Pages.goTo(ADDRESS + "?id=" + entry.tenant().id() + "&done=" + done);
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public String getTrialEnd() {
        return trialEnd;
    }

    public void setTrialEnd(String trialEnd) {
        this.trialEnd = trialEnd;
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(String limit) {
        this.limit = limit;
    }

    public String getMost() {
        return most;
    }

    public void setMost(String most) {
        this.most = most;
    }
}
