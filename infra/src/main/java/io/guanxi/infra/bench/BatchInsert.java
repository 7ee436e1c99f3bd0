package io.guanxi.infra.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows of one table, sent in batches that the driver makes long statements of. */
final class BatchInsert implements AutoCloseable {

    private final PreparedStatement statement;

    BatchInsert(Connection connection, String table, String columns) throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        statement = connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")");
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    void flush() throws SQLException {
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
