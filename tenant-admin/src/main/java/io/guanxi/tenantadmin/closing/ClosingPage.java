package io.guanxi.tenantadmin.closing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.Closing;
import io.guanxi.kernel.closing.Closings;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.page.FormErrors;
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
import java.util.Optional;
import java.util.Set;

/** Closing of the company: what will happen and when, the form, and the way back. */
@Named("closingPage")
@RequestScoped
public class ClosingPage {

    static final String ADDRESS = "/app/admin/closing";

    private static final Set<String> DONE = Set.of("closed", "reopened");

    @Inject
    private Closings closings;

    @Inject
    private Tenants tenants;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private Optional<Closing> closing;
    private String company;
    private String name;
    private String reason;

    @PostConstruct
    void openClosing() {
        closing = closings.find();
        company =
                tenants.find(CallContext.require().tenantId()).map(Tenant::name).orElse("");
    }

    public boolean isClosed() {
        return closing.isPresent();
    }

    /** Whether who looks may close the company and take that back. */
    public boolean isAllowed() {
        return closings.isAllowed();
    }

    public String getCompany() {
        return company;
    }

    /** When everything would be erased if it were closed now. */
    public String getEnd() {
        return format(
                closing.map(Closing::eraseAt).orElseGet(() -> Instant.now().plus(closings.grace())));
    }

    /** When the owner is written to before. */
    public String getReminder() {
        return format(closing.map(Closing::eraseAt)
                .orElseGet(() -> Instant.now().plus(closings.grace()))
                .minus(ClosingMails.REMINDER));
    }

    public long getDays() {
        return closings.grace().toDays();
    }

    /** Who closed it and when. */
    public String getClosedText() {
        return closing.map(one -> Texts.of("closing.by", one.ownerName(), format(one.closedAt())))
                .orElse("");
    }

    public String getClosedReason() {
        return closing.map(Closing::reason).orElse("");
    }

    private static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("closing.done." + done) : "";
    }

    public void close() {
        run("closed", () -> closings.close(name, reason));
    }

    public void reopen() {
        run("reopened", closings::reopen);
    }

    private void run(String done, Runnable change) {
        try {
            change.run();
            Pages.goTo(ADDRESS + "?done=" + done);
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
