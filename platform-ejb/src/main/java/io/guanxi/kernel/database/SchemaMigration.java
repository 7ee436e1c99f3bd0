package io.guanxi.kernel.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts. Every module puts its migrations under
 * {@code db/migration} with version numbers of its own range (kernel 1–9, CRM modules 10–999, billing 1001–1999,
 * integrations 2001–2999, tenant administration 3001–3999).
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Inject
    @ConfigProperty(name = "guanxi.db.url")
    private String url;

    @Inject
    @ConfigProperty(name = "guanxi.db.user")
    private String user;

    @Inject
    @ConfigProperty(name = "guanxi.db.password")
    private String password;

    private volatile boolean done;

    @PostConstruct
    void migrate() {
        MysqlDataSource plain = new MysqlDataSource();
        plain.setUrl(url);
        plain.setUser(user);
        plain.setPassword(password);
        requireSupportedEngine(plain);
        var result = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(plain)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        LOG.info(() -> "schema at version " + result.targetSchemaVersion + ", " + result.migrationsExecuted + " new");
        done = true;
    }

    /** The schema is complete; false only while it is being changed. */
    public boolean isDone() {
        return done;
    }

    /** A plain connection: DDL never passes the guarded one. */
    private static void requireSupportedEngine(DataSource plain) {
        try (Connection connection = plain.getConnection()) {
            DatabaseEngine engine = DatabaseEngine.of(connection);
            engine.requireSupported();
            engine.requireForeignKeys(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }
}
