package io.guanxi.tenantadmin.operator;

import io.guanxi.billing.PlanTexts;
import io.guanxi.billing.figures.Figures;
import io.guanxi.billing.figures.TenantDirectory.Entry;
import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.usage.UsageWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What operators read of a tenant. Times are UTC: operators sit anywhere. */
@Named("figureWords")
@ApplicationScoped
public class FigureWords {

    private static final String NONE = "–";

    public String plan(Entry one) {
        String plan = PlanTexts.plan(one.plan(), Texts.locale());
        return one.trialEndsAt()
                .map(end -> Texts.of("plan.trial", plan, day(end)))
                .orElse(plan);
    }

    static String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    static String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    public String status(Entry one) {
        return Texts.of("tenant." + (isOnTrial(one) ? "TRIAL" : one.tenant().status()));
    }

    private static boolean isOnTrial(Entry one) {
        return one.tenant().status() == Tenant.Status.ACTIVE
                && one.trialEndsAt().filter(end -> end.isAfter(Instant.now())).isPresent();
    }

    /** Name of the colour of the status's badge. */
    public String statusColour(Entry one) {
        return switch (one.tenant().status()) {
            case ACTIVE -> isOnTrial(one) ? "blue" : "green";
            case PAST_DUE, READ_ONLY -> "ochre";
            case SUSPENDED -> "red";
            case CLOSED, ERASED -> "gray";
        };
    }

    public String people(Entry one) {
        return number(one, Figures::people);
    }

    public String records(Entry one) {
        return number(one, Figures::records);
    }

    public String calls(Entry one) {
        return number(one, Figures::calls);
    }

    public String failing(Entry one) {
        return number(one, Figures::failingJobs);
    }

    public String storage(Entry one) {
        return one.figures()
                .map(figures -> UsageWords.amount(Usage.STORAGE, figures.storage(), Texts.locale()))
                .orElse(NONE);
    }

    public String lastActive(Entry one) {
        return one.figures()
                .flatMap(Figures::lastActiveAt)
                .map(FigureWords::time)
                .orElse(NONE);
    }

    public String gathered(Entry one) {
        return one.figures()
                .map(figures -> Texts.of("tenants.gathered", time(figures.gatheredAt())))
                .orElseGet(() -> Texts.of("tenants.notGathered"));
    }

    private static String number(Entry one, ToLongFunction<Figures> of) {
        return one.figures()
                .map(figures -> NumberFormat.getIntegerInstance(Texts.locale()).format(of.applyAsLong(figures)))
                .orElse(NONE);
    }

    /** How the tenant fares, in a word. */
    public String health(Entry one) {
        return one.figures()
                .map(figures -> Texts.of("health." + figures.health()))
                .orElse(NONE);
    }

    /** Name of the colour of its badge. */
    public String healthColour(Entry one) {
        return one.figures()
                .map(figures -> switch (figures.health()) {
                    case GOOD -> "green";
                    case WATCH -> "ochre";
                    case BAD -> "red";
                })
                .orElse("gray");
    }

    /** What is behind a health that is not good. */
    public List<String> reasons(Entry one) {
        List<String> reasons = new ArrayList<>();
        one.figures().ifPresent(figures -> {
            add(reasons, "health.jobs", figures.failingJobs());
            add(reasons, "health.events", figures.stuckEvents());
            add(reasons, "health.near", figures.nearLimits());
            add(reasons, "health.full", figures.fullLimits());
        });
        return reasons;
    }

    private static void add(List<String> reasons, String key, long count) {
        if (count > 0) {
            reasons.add(Texts.of(key, count));
        }
    }
}
