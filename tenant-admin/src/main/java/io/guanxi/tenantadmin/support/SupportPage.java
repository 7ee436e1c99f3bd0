package io.guanxi.tenantadmin.support;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.support.OperatorEntry;
import io.guanxi.kernel.support.SupportGrant;
import io.guanxi.kernel.support.SupportGrants;
import io.guanxi.tenantadmin.page.FormErrors;
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
import java.util.Optional;
import java.util.Set;

/** Whether support may come in, and what operators did. */
@Named("supportPage")
@RequestScoped
public class SupportPage {

    static final String ADDRESS = "/app/admin/support";

    private static final int ENTRIES = 50;
    private static final List<Integer> HOURS = List.of(1, 4, 24, 72);
    private static final Set<String> DONE = Set.of("granted", "ended");

    @Inject
    private SupportGrants grants;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private Optional<SupportGrant> active;
    private List<OperatorEntry> entries;
    private int hours = HOURS.get(1);
    private String reason;

    @PostConstruct
    void openSupport() {
        active = grants.active();
        entries = grants.entries(ENTRIES);
    }

    public boolean isActive() {
        return active.isPresent();
    }

    /** Who has let support in, why and until when. */
    public String getActiveText() {
        return active.map(grant -> Texts.of("support.active", grant.grantedName(), format(grant.endsAt())))
                .orElse("");
    }

    public String getActiveReason() {
        return active.map(SupportGrant::reason).orElse("");
    }

    public List<OperatorEntry> getEntries() {
        return entries;
    }

    public String action(OperatorEntry entry) {
        return Texts.of("entry." + entry.action());
    }

    public String at(OperatorEntry entry) {
        return format(entry.madeAt());
    }

    private static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }

    public List<Integer> getChoices() {
        return HOURS;
    }

    public String label(int some) {
        return Texts.of("support.hours", some);
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("support.done." + done) : "";
    }

    public void grant() {
        run("granted", () -> grants.grant(hours, reason));
    }

    public void end() {
        run("ended", grants::end);
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?done=" + done, change);
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
