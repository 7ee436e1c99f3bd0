package io.guanxi.infra.container;

import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.WholeSystem;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes back the migration of the object that only one test knows: the product would not start with it. */
final class UnseenSchema implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        // Inside the server, where this class is loaded again, there is nothing to take back.
        if (System.getProperty("basedir") != null) {
            Database database = WholeSystem.of(context).database();
            database.change("DROP TABLE IF EXISTS lighthouse");
            database.change("DELETE FROM flyway_schema_history WHERE version = ?", "999");
        }
    }
}
