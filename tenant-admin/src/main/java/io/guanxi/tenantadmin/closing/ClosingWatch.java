package io.guanxi.tenantadmin.closing;

import io.guanxi.kernel.closing.TenantErasure;
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

/** Looks every five seconds after closed companies: mails, and the erasing of those whose grace is over. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ClosingWatch {

    private static final Logger LOG = Logger.getLogger(ClosingWatch.class.getName());

    @Inject
    private ClosingMails mails;

    @Inject
    private TenantErasure erasure;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        try {
            mails.send();
            erasure.goOn();
        } catch (EJBException | DatabaseFailure away) {
            LOG.log(Level.WARNING, "closed companies cannot be looked after now", away);
        }
    }
}
