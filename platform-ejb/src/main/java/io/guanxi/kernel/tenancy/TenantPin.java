package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.access.CallContext;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.eclipse.persistence.config.EntityManagerProperties;

/**
 * Pins the tenant to the transaction. Without the pin a caller switched in mid-transaction would have its rows written
 * under the tenant of the first (seen on EclipseLink 4.0.7).
 */
@TenantBound
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class TenantPin {

    private static final String PIN = TenantPin.class.getName();

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @AroundInvoke
    Object pin(InvocationContext call) throws Exception {
        int tenant = CallContext.require().tenantId();
        if (transactions.getTransactionKey() != null) {
            Object pinned = transactions.getResource(PIN);
            if (pinned == null) {
                transactions.putResource(PIN, tenant);
                entities.setProperty(EntityManagerProperties.MULTITENANT_PROPERTY_DEFAULT, tenant);
            } else if (!pinned.equals(tenant)) {
                throw new TenantSwitched();
            }
        }
        return call.proceed();
    }

    /** A transaction begun for one tenant was continued for another: a fault of the program. */
    public static final class TenantSwitched extends IllegalStateException {
        TenantSwitched() {
            super("the transaction belongs to another tenant");
        }
    }
}
