package io.guanxi.kernel.database;

import jakarta.annotation.sql.DataSourceDefinition;

/**
 * Declares the pool; where the database is comes from MicroProfile Config.
 *
 * <p>A connection is tried when it was not for a second, so that no request meets one that a restart of the database has
 * left dead: a restart takes longer.
 */
@DataSourceDefinition(
        name = DataSourceDefinitions.NAME,
        className = "io.guanxi.kernel.database.GuardedDataSource",
        url = "${MPCONFIG=guanxi.db.url}",
        user = "${MPCONFIG=guanxi.db.user}",
        password = "${MPCONFIG=guanxi.db.password}",
        minPoolSize = 2,
        maxPoolSize = 32,
        maxIdleTime = 300,
        isolationLevel = java.sql.Connection.TRANSACTION_REPEATABLE_READ,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
public final class DataSourceDefinitions {

    public static final String NAME = "java:app/jdbc/guanxi";

    private DataSourceDefinitions() {}
}
