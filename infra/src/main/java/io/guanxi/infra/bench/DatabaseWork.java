package io.guanxi.infra.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database server has done since it began, for whomever.
 *
 * @param statements it was sent
 * @param rowsRead   by index or one after the other, the sum of its {@code Handler_read_…} counters
 */
record DatabaseWork(long statements, long rowsRead) {

    static DatabaseWork of(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery(
                        "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Questions'")) {
            long statements = 0;
            long rowsRead = 0;
            while (status.next()) {
                if (status.getString(1).equals("Questions")) {
                    statements = status.getLong(2);
                } else {
                    rowsRead += status.getLong(2);
                }
            }
            return new DatabaseWork(statements, rowsRead);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DatabaseWork since(DatabaseWork before) {
        return new DatabaseWork(statements - before.statements, rowsRead - before.rowsRead);
    }
}
