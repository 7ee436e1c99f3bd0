package io.guanxi.tenantadmin.failures;

import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Asks Keycloak six times a minute. What it does not answer now is told when it does. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FailedLogInTimer {

    private static final Logger LOG = System.getLogger(FailedLogInTimer.class.getName());

    @Inject
    private FailedLogIns failures;

    private boolean isAway;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tell() {
        try {
            failures.tell();
            isAway = false;
        } catch (ProvisioningFailed failed) {
            if (!isAway) {
                LOG.log(Level.WARNING, "Failed log-ins cannot be asked for now: {0}", failed.getMessage());
            }
            isAway = true;
        }
    }
}
