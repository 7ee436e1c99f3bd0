package io.guanxi.tenantadmin.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Sees at every start whether the first operator is still to be made. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SetupStart {

    @Inject
    private FirstOperator operator;

    @PostConstruct
    void offer() {
        operator.offer();
    }
}
