package io.guanxi.demo;

import io.guanxi.kernel.tenancy.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo's companies that are not there yet. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Inject
    @ConfigProperty(name = "guanxi.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    private Tenants tenants;

    @Inject
    private DemoCompany companies;

    @PostConstruct
    void create() {
        if (!wanted) {
            return;
        }
        for (DemoTenant company : DemoTenant.ALL) {
            if (tenants.find(company.tenant().id()).isEmpty()) {
                companies.create(company);
                LOG.info(() -> "made the demo tenant " + company.tenant().slug());
            }
        }
    }
}
