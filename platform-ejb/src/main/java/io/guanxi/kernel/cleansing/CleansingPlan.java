package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.job.DueTimes;
import io.guanxi.kernel.job.RecurringWork;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** When each tenant's records are looked through: in the first night of each quarter, by its own clock. */
@Stateless
@LocalBean
@Local(RecurringWork.class)
public class CleansingPlan implements RecurringWork {

    private static final String TIMES = "cleansing_due";

    private static final LocalTime NIGHT = LocalTime.of(3, 30);

    private static final int MONTHS = 3;

    @Inject
    private DueTimes times;

    @Inject
    private Tenants tenants;

    @Inject
    private Cleansing cleansing;

    /** Tenants whose time has come, or that have none yet. */
    @Override
    public List<Integer> due() {
        return times.due(TIMES);
    }

    /** Begins the run of the caller's tenant, unless another node has; a new tenant waits for its first quarter. */
    @Override
    @TenantBound
    public void begin() {
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        LocalDateTime next = LocalDateTime.ofInstant(
                nextQuarter(ZonedDateTime.now(tenant.zone())).toInstant(), ZoneOffset.UTC);
        if (times.claim(TIMES, next) == DueTimes.Claim.DUE) {
            cleansing.startPlanned();
        }
    }

    /** The first night of the quarter after this one. */
    static ZonedDateTime nextQuarter(ZonedDateTime now) {
        int begun = (now.getMonthValue() - 1) / MONTHS * MONTHS + 1;
        return now.withDayOfMonth(1).withMonth(begun).plusMonths(MONTHS).with(NIGHT);
    }
}
