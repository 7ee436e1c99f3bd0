package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for tenants with records from before an upgrade, a few in a minute. Nodes agree in the database on who begins. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class OlderRecordsStart {

    private static final Logger LOG = Logger.getLogger(OlderRecordsStart.class.getName());

    @Inject
    private OlderRecords older;

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    public void measureThoseDue() {
        for (int tenant : older.due()) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
                older.measure();
            } catch (RuntimeException e) {
                // The others go on; this one is due again in the next minute.
                LOG.log(Level.WARNING, "older records were not measured", e);
            }
        }
    }
}
