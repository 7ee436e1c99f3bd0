package io.guanxi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when tokens and log-ins can be checked. */
@Readiness
@ApplicationScoped
public class IdentityReadiness implements HealthCheck {

    @Inject
    private IdentityKeys keys;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity").status(keys.usable()).build();
    }
}
