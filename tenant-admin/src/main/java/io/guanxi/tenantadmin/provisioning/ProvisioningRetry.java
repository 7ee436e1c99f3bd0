package io.guanxi.tenantadmin.provisioning;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;

/** Finishes, every minute, what was left unfinished: by a kill, or because Keycloak did not answer. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ProvisioningRetry {

    /** What has just been asked for is on its way. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 10;

    @Inject
    private TenantProvisioning provisioning;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void resume() {
        for (int done = 0; done < MOST_AT_ONCE; done++) {
            if (!provisioning.resume(STALE)) {
                return;
            }
        }
    }
}
