package io.guanxi.tenantadmin.operator;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.tenantadmin.operator.TenantFigures.Figures;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.provisioning.NewTenant;
import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.TenantProvisioning;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;

/** The operators' list of tenants, with the form for a new one. */
@Named("tenantsPage")
@RequestScoped
public class TenantsPage {

    private static final String ADDRESS = "/operator/tenants";
    private static final int PAGE = 25;
    private static final Set<String> DONE = Set.of("created", "pending");

    @Inject
    private TenantFigures figures;

    @Inject
    private TenantProvisioning provisioning;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<Figures> shown;

    private String name;
    private String slug;
    private String ownerEmail;
    private String locale = "en";

    public List<Figures> getRows() {
        if (shown == null) {
            shown = figures.page(from(), PAGE);
        }
        return shown;
    }

    public String getTotal() {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(figures.count());
    }

    /** Address of the tenants after these; empty when these are the last. */
    public String getNext() {
        int next = from() + PAGE;
        return next < figures.count() ? request.getContextPath() + ADDRESS + "?from=" + next : "";
    }

    private int from() {
        String text = request.getParameter("from");
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("tenants.done." + done) : "";
    }

    public String plan(Figures one) {
        String plan = Texts.of("plan." + one.plan());
        return one.trialEndsAt()
                .map(end -> Texts.of(
                        "plan.trial",
                        plan,
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(Texts.locale())
                                .withZone(ZoneOffset.UTC)
                                .format(end)))
                .orElse(plan);
    }

    public String status(Figures one) {
        return Texts.of("tenant." + one.tenant().status());
    }

    public String number(long of) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(of);
    }

    /** Makes the tenant and invites its owner. */
    public void create() {
        try {
            Provisioning made = provisioning.create(
                    NewTenant.checked(new NewTenant.Entered(name, slug, ownerEmail, locale, null, null, null)));
            Pages.goTo(ADDRESS + "?done=" + (made.isComplete() ? "created" : "pending"));
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getOwnerEmail() {
        return ownerEmail;
    }

    public void setOwnerEmail(String ownerEmail) {
        this.ownerEmail = ownerEmail;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }
}
