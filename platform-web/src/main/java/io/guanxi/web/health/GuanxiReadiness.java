package io.guanxi.web.health;

import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.database.SchemaMigration;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the schema is complete, the database answers and every servlet has started: before that, requests are
 * answered with 404 and 500. Without this check a failed deployment would look ready: the server answers UP for no checks
 * at all.
 */
@Readiness
@ApplicationScoped
public class GuanxiReadiness implements HealthCheck {

    @Inject
    private SchemaMigration schema;

    @Inject
    private Tenants tenants;

    private volatile boolean serving;

    void servletsHaveStarted() {
        serving = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("guanxi").status(isReady()).build();
    }

    private boolean isReady() {
        try {
            // The schema first: before it is complete there is nothing to ask.
            return serving && schema.isDone() && tenants.find(1) != null;
        } catch (EJBException | DatabaseFailure away) {
            return false;
        }
    }
}
