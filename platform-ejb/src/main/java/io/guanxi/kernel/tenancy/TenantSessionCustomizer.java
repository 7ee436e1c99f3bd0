package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.access.CallContext;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Gives every persistence session the caller's tenant, and refuses to open one for nobody. */
public class TenantSessionCustomizer implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        // Three attempts five seconds apart would hold each request of an outage for ten seconds.
        session.getLogin().setQueryRetryAttemptCount(0);
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postAcquireClientSession(SessionEvent event) {
                bind(event.getSession());
            }

            @Override
            public void postAcquireUnitOfWork(SessionEvent event) {
                bind(event.getSession());
            }
        });
    }

    private static void bind(Session session) {
        session.setProperty(
                EntityManagerProperties.MULTITENANT_PROPERTY_DEFAULT,
                CallContext.require().tenantId());
    }
}
