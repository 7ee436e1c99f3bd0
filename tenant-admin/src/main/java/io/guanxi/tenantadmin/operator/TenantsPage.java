package io.guanxi.tenantadmin.operator;

import io.guanxi.billing.figures.TenantDirectory;
import io.guanxi.billing.figures.TenantDirectory.Entry;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.tenancy.Tenants;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Set;

/** The operators' list of tenants, with the form for a new one. */
@Named("tenantsPage")
@RequestScoped
public class TenantsPage {

    static final String ADDRESS = "/operator/tenants";

    private static final int PAGE = 25;
    private static final Set<String> DONE = Set.of("created", "pending");

    @Inject
    private TenantDirectory directory;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantProvisioning provisioning;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<Entry> found;

    private String name;
    private String slug;
    private String ownerEmail;
    private String locale = "en";

    public List<Entry> getRows() {
        return found().subList(0, Math.min(PAGE, found().size()));
    }

    private List<Entry> found() {
        if (found == null) {
            found = directory.page(getSearch(), after(), PAGE + 1);
        }
        return found;
    }

    /** What was looked for; empty for all. */
    public String getSearch() {
        String text = request.getParameter("q");
        return text == null ? "" : text.strip();
    }

    private int after() {
        String text = request.getParameter("after");
        return text != null && text.matches("\\d{1,10}") ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text)) : 0;
    }

    public String getTotal() {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(tenants.count());
    }

    /** Address of the tenants after these; empty when these are the last. */
    public String getNext() {
        if (found().size() <= PAGE) {
            return "";
        }
        return request.getContextPath() + ADDRESS + "?q=" + encoded(getSearch()) + "&after="
                + found().get(PAGE - 1).tenant().id();
    }

    /** Address of the page of one tenant. */
    public String href(Entry one) {
        return request.getContextPath() + TenantPage.ADDRESS + "?id="
                + one.tenant().id();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("tenants.done." + done) : "";
    }

    /** Makes the tenant and invites its owner. */
    public void create() {
        try {
            Provisioning made = provisioning.create(
                    NewTenant.checked(new NewTenant.Entered(name, slug, ownerEmail, locale, null, null, null)));
            Pages.goTo(ADDRESS + "?q=" + encoded(made.slug()) + "&done=" + (made.isComplete() ? "created" : "pending"));
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
