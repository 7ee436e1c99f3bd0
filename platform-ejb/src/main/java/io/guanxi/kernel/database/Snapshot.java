package io.guanxi.kernel.database;

import io.guanxi.kernel.access.CallContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The caller's tenant at one moment: whatever is read is as it was when the first row was, however long reading takes and
 * whoever writes meanwhile. Stands beside all transactions and changes nothing.
 */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;

    Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Reads rows of the caller's tenant; the tenant is the first parameter.
     *
     * @return how many there were
     */
    public int read(String sql, RowTaker taker, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, CallContext.require().tenantId());
            for (int i = 0; i < values.length; i++) {
                statement.setObject(2 + i, values[i]);
            }
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
            closing.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }
}
