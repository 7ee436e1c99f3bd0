package io.guanxi.billing;

import io.guanxi.kernel.database.DatabaseFailure;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every ten seconds for companies whose time to pay is over. Several nodes may look: the second finds it done. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class PastDueWatch {

    private static final Logger LOG = Logger.getLogger(PastDueWatch.class.getName());

    @Inject
    private PastDue pastDue;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        try {
            pastDue.tend();
        } catch (EJBException | DatabaseFailure away) {
            LOG.log(Level.WARNING, "it cannot be told now whose payment is due", away);
        }
    }
}
