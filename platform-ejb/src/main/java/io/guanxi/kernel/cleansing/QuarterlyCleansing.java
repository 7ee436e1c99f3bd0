package io.guanxi.kernel.cleansing;

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

/** Lets every tenant's records be looked through each quarter. Nodes agree in the database on who begins. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class QuarterlyCleansing {

    private static final Logger LOG = Logger.getLogger(QuarterlyCleansing.class.getName());

    @Inject
    private CleansingPlan plan;

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    void beginThoseDue() {
        for (int tenant : plan.due()) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
                plan.begin();
            } catch (RuntimeException e) {
                // The others go on; this one is due again in the next minute.
                LOG.log(Level.WARNING, "a cleansing run did not begin", e);
            }
        }
    }
}
