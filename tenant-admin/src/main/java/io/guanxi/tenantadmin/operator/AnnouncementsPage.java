package io.guanxi.tenantadmin.operator;

import io.guanxi.kernel.announcement.Announcement;
import io.guanxi.kernel.announcement.Announcements;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is announced to all tenants or to one, and the form for more. Times are UTC. */
@Named("announcementsPage")
@RequestScoped
public class AnnouncementsPage {

    static final String ADDRESS = "/operator/announcements";

    private static final Set<String> DONE = Set.of("announced", "withdrawn");

    @Inject
    private Announcements announcements;

    @Inject
    private Tenants tenants;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<Announcement> all;
    private String textEn;
    private String textZh;
    private String company;
    private boolean warning;
    private String from = minute(LocalDateTime.now(ZoneOffset.UTC));
    private String until = minute(LocalDateTime.now(ZoneOffset.UTC).plusDays(1));

    private static String minute(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public List<Announcement> getRows() {
        if (all == null) {
            all = announcements.current();
        }
        return all;
    }

    public String span(Announcement one) {
        return FigureWords.time(one.beginsAt()) + " – " + FigureWords.time(one.endsAt());
    }

    /** To whom it is said. */
    public String target(Announcement one) {
        return one.tenantId() == 0
                ? Texts.of("announcements.all")
                : tenants.find(one.tenantId()).map(Tenant::name).orElse("–");
    }

    public String english(Announcement one) {
        return one.texts().get("en");
    }

    public String chinese(Announcement one) {
        return one.texts().get("zh-CN");
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("announcements.done." + done) : "";
    }

    public void announce() {
        run(
                "announced",
                () -> announcements.announce(new Announcement(
                        0,
                        tenant(),
                        warning ? Announcement.Tone.WARNING : Announcement.Tone.INFO,
                        Map.of("en", textEn == null ? "" : textEn, "zh-CN", textZh == null ? "" : textZh),
                        time("/from", from),
                        time("/until", until),
                        String.valueOf(request.getAttribute(OperatorServlet.OPERATOR)))));
    }

    private int tenant() {
        if (company == null || company.isBlank()) {
            return 0;
        }
        return tenants.findBySlug(company.strip())
                .map(Tenant::id)
                .orElseThrow(() -> new InvalidRecord(FieldError.of("/company", "announcement.company")));
    }

    private static Instant time(String pointer, String text) {
        try {
            return LocalDateTime.parse(text == null ? "" : text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            throw new InvalidRecord(FieldError.of(pointer, "time.unreadable"));
        }
    }

    public void withdraw(long id) {
        run("withdrawn", () -> announcements.withdraw(id));
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?done=" + done, change);
    }

    public String getTextEn() {
        return textEn;
    }

    public void setTextEn(String textEn) {
        this.textEn = textEn;
    }

    public String getTextZh() {
        return textZh;
    }

    public void setTextZh(String textZh) {
        this.textZh = textZh;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public boolean isWarning() {
        return warning;
    }

    public void setWarning(boolean warning) {
        this.warning = warning;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
