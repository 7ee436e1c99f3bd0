package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.RecurringWork;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Has the completeness of records worked out that were written before it was kept, once for each tenant. */
@Stateless
@LocalBean
@Local(RecurringWork.class)
public class OlderRecords implements RecurringWork {

    private static final int MOST_AT_ONCE = 20;

    @Inject
    private SqlGateway sql;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ComputedRecords records;

    @Inject
    private JobService jobs;

    /** Tenants that have not been looked at. */
    @Override
    public List<Integer> due() {
        return sql.queryPlatform(
                "SELECT d.tenant_id FROM completeness_due d JOIN tenant t ON t.id = d.tenant_id"
                        + " WHERE t.status IN (" + Tenant.Status.listed(Tenant.Status::allowsChanges)
                        + ") ORDER BY d.tenant_id LIMIT " + MOST_AT_ONCE,
                row -> row.getInt(1));
    }

    /** Submits a job for each object of the caller's tenant that has such records, unless another node has. */
    @Override
    @TenantBound
    public void begin() {
        int claimed = sql.updatePlatform(
                "DELETE FROM completeness_due WHERE tenant_id = ?",
                CallContext.require().tenantId());
        if (claimed == 1) {
            objects.all().stream()
                    .filter(ObjectDescriptor::isMeasured)
                    .filter(object -> !object.weights().isEmpty())
                    .filter(object -> !records.unmeasured(object, 0, 1).isEmpty())
                    .forEach(object -> jobs.submit(ComputationHandler.unmeasured(object)));
        }
    }
}
