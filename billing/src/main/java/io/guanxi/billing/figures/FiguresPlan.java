package io.guanxi.billing.figures;

import io.guanxi.billing.usage.UsageStore;
import io.guanxi.kernel.entitlement.UsageSource;
import io.guanxi.kernel.job.DueTimes;
import io.guanxi.kernel.job.RecurringWork;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** When each tenant's numbers are gathered: every quarter of an hour, and once a day from what is really stored. */
@Stateless
@LocalBean
@Local(RecurringWork.class)
public class FiguresPlan implements RecurringWork {

    private static final String TIMES = "tenant_figures_due";

    private static final Duration OFTEN = Duration.ofMinutes(15);

    private static final Duration SELDOM = Duration.ofDays(1);

    @Inject
    private DueTimes times;

    @Inject
    private FigureStore figures;

    @Inject
    private UsageStore usage;

    @Inject
    @Any
    private Instance<UsageSource> sources;

    @Override
    public List<Integer> due() {
        return times.due(TIMES);
    }

    @Override
    @TenantBound
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void begin() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        if (times.claim(TIMES, now.plus(OFTEN)) != DueTimes.Claim.NONE) {
            for (UsageSource source : sources) {
                if (usage.countedAt(source.limit())
                        .map(at -> at.isBefore(now.minus(SELDOM)))
                        .orElse(true)) {
                    usage.recount(source.limit(), source::counted);
                }
            }
            figures.gather();
        }
    }
}
