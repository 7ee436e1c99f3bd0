package io.guanxi.customers.classes;

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

/** Lets every tenant's customers be classified in its night. Nodes agree in the database on who begins. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyClassification {

    private static final Logger LOG = Logger.getLogger(NightlyClassification.class.getName());

    @Inject
    private ClassificationPlan plan;

    @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
    public void beginThoseDue() {
        for (int tenant : plan.due()) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
                plan.begin();
            } catch (RuntimeException e) {
                // The others of the night go on; this one is due again in the next minute.
                LOG.log(Level.WARNING, "a classification did not begin", e);
            }
        }
    }
}
