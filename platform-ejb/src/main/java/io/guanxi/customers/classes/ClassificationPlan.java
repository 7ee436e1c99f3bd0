package io.guanxi.customers.classes;

import io.guanxi.customers.lifecycle.ShippedStageRules;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.job.DueTimes;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.RecurringWork;
import io.guanxi.kernel.module.ModuleSwitched;
import io.guanxi.kernel.record.TagRules;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** When each tenant's customers are classified: at half past two of its own night, and soon after the tenant was made. */
@Stateless
@LocalBean
@Local(RecurringWork.class)
public class ClassificationPlan implements RecurringWork {

    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private static final String MODULE = "customers";

    private static final String TIMES = "classification_due";

    @Inject
    private DueTimes times;

    @Inject
    private Tenants tenants;

    @Inject
    private ShippedClasses shipped;

    @Inject
    private ShippedStageRules stages;

    @Inject
    private TagRules tags;

    @Inject
    private JobService jobs;

    /** Tenants whose time has come, or that have none yet. */
    @Override
    public List<Integer> due() {
        return times.due(TIMES);
    }

    /** Submits the job of the caller's tenant, unless another node has; a tenant without classes gets those shipped. */
    @Override
    @TenantBound
    public void begin() {
        if (isClaimed()) {
            shipped.makeIfNone();
            stages.makeIfNone();
            jobs.submit(ClassificationHandler.request());
            tags.submitAll();
        }
    }

    @Override
    @TenantBound
    public void skip() {
        isClaimed();
    }

    /** What the module has not heard while it was off is counted anew. */
    public void catchUp(@Observes ModuleSwitched switched) {
        if (switched.on() && switched.module().equals(MODULE)) {
            times.hasten(TIMES);
        }
    }

    /** The classes and the time of the next night, for a tenant that is classified otherwise while it is made. */
    @TenantBound
    public void prepare() {
        isClaimed();
        shipped.makeIfNone();
        stages.makeIfNone();
    }

    private boolean isClaimed() {
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        return times.claim(TIMES, nextNight(tenant.zone())) != DueTimes.Claim.NONE;
    }

    private static LocalDateTime nextNight(ZoneId zone) {
        ZonedDateTime now = ZonedDateTime.now(zone);
        ZonedDateTime tonight = now.with(NIGHT);
        ZonedDateTime next = tonight.isAfter(now) ? tonight : tonight.plusDays(1);
        return LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
    }
}
