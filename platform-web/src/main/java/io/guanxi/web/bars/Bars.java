package io.guanxi.web.bars;

import io.guanxi.billing.PastDue;
import io.guanxi.billing.PlanTexts;
import io.guanxi.billing.usage.UsageLine;
import io.guanxi.billing.usage.UsageReport;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.announcement.Announcement;
import io.guanxi.kernel.announcement.AnnouncementBoard;
import io.guanxi.kernel.closing.Closings;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.TenantTexts;
import io.guanxi.kernel.support.SupportDesk;
import io.guanxi.kernel.support.SupportGrant;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bars say. */
@Named("bars")
@RequestScoped
public class Bars {

    /** Set by the script: the announcements that this browser's user has put away. */
    private static final String PUT_AWAY = "guanxi-heard";

    @Inject
    private AccessPolicy policy;

    @Inject
    private UsageReport usage;

    @Inject
    private PastDue pastDue;

    @Inject
    private Closings closings;

    @Inject
    private SupportDesk support;

    @Inject
    private AnnouncementBoard board;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private List<Limit> limits;
    private Optional<SupportGrant> grant;

    /**
     * A limit at hand.
     *
     * @param tone {@code warn} or {@code danger}
     */
    public record Limit(String text, String tone) {}

    /** What is announced. */
    public record Said(String id, String text, String tone, String icon) {}

    /** Limits at 80 and at 100 %, for admins. */
    public List<Limit> getLimits() {
        if (limits == null) {
            limits = isForAdmin() ? usage.warnings().stream().map(this::limit).toList() : List.of();
        }
        return limits;
    }

    /** What the company as a whole may do at the moment, when that is not everything; empty when it is. */
    public String getStanding() {
        if (!isSomebodyThere()) {
            return "";
        }
        return switch (CallContext.require().standing()) {
            case PAST_DUE ->
                pastDue.readOnlyAt()
                        .map(at -> texts.of("bars.pastDue", date(at)))
                        .orElseGet(() -> texts.of("bars.pastDue.open"));
            case READ_ONLY -> texts.of("bars.readOnly");
            case CLOSED ->
                closings.find()
                        .map(closing -> texts.of("bars.closed", date(closing.eraseAt())))
                        .orElse("");
            default -> "";
        };
    }

    /** Whether the company is closed, and who looks is one of those who may take that back. */
    public boolean isClosed() {
        return isSomebodyThere() && CallContext.require().standing() == Tenant.Status.CLOSED;
    }

    private String date(Instant at) {
        return values.formats().date(at.atZone(CallContext.require().zone()).toLocalDate());
    }

    /** Whether nothing may be changed: the pages put away what would. */
    public boolean isFrozen() {
        return CallContext.find().filter(Caller::readsOnly).isPresent();
    }

    private static boolean isSomebodyThere() {
        return CallContext.find().isPresent();
    }

    private boolean isForAdmin() {
        return isSomebodyThere() && policy.allows(Feature.ADMINISTER);
    }

    private Limit limit(UsageLine line) {
        boolean isReached = line.standing() == UsageLine.Standing.REACHED;
        String label = PlanTexts.limit(line.limit(), texts.locale());
        return new Limit(
                texts.of(isReached ? "bars.reached" : "bars.near", label, line.percent()),
                isReached ? "danger" : "warn");
    }

    private Optional<SupportGrant> grant() {
        if (grant == null) {
            grant = isSomebodyThere() ? support.active(CallContext.require().tenantId()) : Optional.empty();
        }
        return grant;
    }

    /** Support may come in, or is in: said to everybody as long as it lasts; empty when it may not. */
    public String getSupport() {
        return grant().map(leave -> {
                    String until = values.formats().instant(leave.endsAt());
                    return isSupporter()
                            ? texts.of("bars.supporting", CallContext.require().name(), until)
                            : texts.of("bars.support", leave.grantedName(), until);
                })
                .orElse("");
    }

    /** Whether who looks is the supporter. */
    public boolean isSupporter() {
        return SupportVisit.find().isPresent();
    }

    /** Whether who looks may shut support out. */
    public boolean isEndable() {
        return !isSupporter() && isForAdmin();
    }

    /** What is announced and not put away. */
    public List<Said> getAnnouncements() {
        if (!isSomebodyThere()) {
            return List.of();
        }
        Set<String> heard = heard();
        return board.shown().stream()
                .map(this::said)
                .filter(said -> !heard.contains(said.id()))
                .toList();
    }

    private Said said(Announcement one) {
        boolean isWarning = one.tone() == Announcement.Tone.WARNING;
        return new Said(
                RecordId.format(one.id()),
                TenantTexts.in(one.texts(), texts.locale()),
                isWarning ? "warn" : "info",
                isWarning ? "pi-exclamation-triangle" : "pi-megaphone");
    }

    private Set<String> heard() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Set.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(PUT_AWAY))
                        .flatMap(cookie -> Stream.of(cookie.getValue().split("\\.")))
                        .collect(Collectors.toSet());
    }
}
