package io.guanxi.billing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the demo's companies the largest plan, so that nothing of the demo ends at a limit. */
@Singleton
@Startup
@DependsOn("DemoStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoSubscriptions {

    @Inject
    @ConfigProperty(name = "guanxi.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    private Tenants tenants;

    @Inject
    private Plans plans;

    @Inject
    private Subscriptions subscriptions;

    @PostConstruct
    void subscribe() {
        if (wanted) {
            var codes = plans.codes();
            tenants.list().forEach(tenant -> give(tenant, codes.get(codes.size() - 1)));
        }
    }

    private void give(Tenant tenant, String plan) {
        try (var product = CallContext.enter(Caller.system(tenant.id(), "0"))) {
            if (subscriptions.find().isEmpty()) {
                subscriptions.take(plan);
            }
        }
    }
}
