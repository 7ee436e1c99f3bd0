package io.guanxi.tenantadmin.usage;

import io.guanxi.billing.ModuleSwitch;
import io.guanxi.billing.PlanTexts;
import io.guanxi.billing.Subscription;
import io.guanxi.billing.usage.UsageLine;
import io.guanxi.billing.usage.UsageReport;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What the plan of a company allows, and how much of it is used. */
@Named("usagePage")
@RequestScoped
public class UsagePage {

    static final String ADDRESS = "/app/admin/usage";

    private static final int WHOLE = 100;

    @Inject
    private UsageReport usage;

    @Inject
    private ModuleSwitch modules;

    private List<Row> rows;

    /**
     * One limit.
     *
     * @param percent 0–100, for the bar
     * @param warning in a sentence; empty for none
     * @param tone    of the warning: {@code warn} or {@code danger}
     */
    public record Row(
            String label, String used, String allowed, boolean limited, int percent, String warning, String tone) {}

    public List<Row> getRows() {
        if (rows == null) {
            rows = usage.lines().stream().map(UsagePage::row).toList();
        }
        return rows;
    }

    private static Row row(UsageLine line) {
        String label = PlanTexts.limit(line.limit(), Texts.locale());
        boolean isLimited = line.allowed().isPresent();
        return new Row(
                label,
                UsageWords.amount(line.limit(), line.used(), Texts.locale()),
                isLimited
                        ? UsageWords.amount(line.limit(), line.allowed().getAsLong(), Texts.locale())
                        : Texts.of("usage.unlimited"),
                isLimited,
                Math.min(WHOLE, line.percent()),
                switch (line.standing()) {
                    case FREE -> "";
                    case NEAR -> Texts.of("usage.near", line.percent());
                    case REACHED -> Texts.of("usage.reached");
                },
                line.standing() == UsageLine.Standing.REACHED ? "danger" : "warn");
    }

    /** The plan in a sentence. */
    public String getPlan() {
        String plan = PlanTexts.plan(modules.entitlement().plan(), Texts.locale());
        return modules.subscription()
                .filter(one -> one.status() == Subscription.Status.TRIAL)
                .flatMap(Subscription::trialEndsAt)
                .map(end -> Texts.of(
                        "plan.trial",
                        plan,
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(Texts.locale())
                                .withZone(CallContext.require().zone())
                                .format(end)))
                .orElse(plan);
    }
}
