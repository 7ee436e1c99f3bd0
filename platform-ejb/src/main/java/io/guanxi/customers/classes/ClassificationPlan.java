package io.guanxi.customers.classes;

import io.guanxi.customers.lifecycle.ShippedStageRules;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.record.TagRules;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** When each tenant's customers are classified: at half past two of its own night, and soon after the tenant was made. */
@Stateless
public class ClassificationPlan {

    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private static final int MOST_AT_ONCE = 50;

    @Inject
    private SqlGateway sql;

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
    public List<Integer> due() {
        return sql.queryPlatform(
                "SELECT t.id FROM tenant t LEFT JOIN classification_due d ON d.tenant_id = t.id"
                        + " WHERE t.status = 'ACTIVE' AND (d.due_at IS NULL OR d.due_at <= ?) LIMIT " + MOST_AT_ONCE,
                row -> row.getInt(1),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Submits the job of the caller's tenant, unless another node has; a tenant without classes gets those shipped. */
    @TenantBound
    public void begin() {
        if (isClaimed()) {
            shipped.makeIfNone();
            stages.makeIfNone();
            jobs.submit(ClassificationHandler.request());
            tags.submitAll();
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
        LocalDateTime next = nextNight(tenant.zone());
        boolean isMoved = sql.updatePlatform(
                        "UPDATE classification_due SET due_at = ? WHERE tenant_id = ? AND due_at <= ?",
                        next,
                        tenant.id(),
                        LocalDateTime.now(ZoneOffset.UTC))
                == 1;
        return isMoved || isFirst(tenant.id(), next);
    }

    /** Of two nodes that both add the row, the one that comes second fails and begins nothing. */
    private boolean isFirst(int tenant, LocalDateTime next) {
        boolean isKnown = !sql.queryPlatform(
                        "SELECT tenant_id FROM classification_due WHERE tenant_id = ?", row -> row.getInt(1), tenant)
                .isEmpty();
        if (!isKnown) {
            sql.updatePlatform("INSERT INTO classification_due (tenant_id, due_at) VALUES (?, ?)", tenant, next);
        }
        return !isKnown;
    }

    private static LocalDateTime nextNight(ZoneId zone) {
        ZonedDateTime now = ZonedDateTime.now(zone);
        ZonedDateTime tonight = now.with(NIGHT);
        ZonedDateTime next = tonight.isAfter(now) ? tonight : tonight.plusDays(1);
        return LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
    }
}
