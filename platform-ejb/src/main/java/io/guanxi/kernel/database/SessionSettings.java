package io.guanxi.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What every connection of the product sets, by engine. */
final class SessionSettings {

    private SessionSettings() {}

    static void apply(Connection connection) throws SQLException {
        String settings = DatabaseEngine.of(connection).isMariaDb()
                // Off by default: without it a transaction may overwrite what it has not seen.
                ? "SET SESSION innodb_snapshot_isolation = ON, max_statement_time = 30"
                : "SET SESSION max_execution_time = 30000";
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }
}
