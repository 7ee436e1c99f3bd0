package io.guanxi.kernel.database;

import io.guanxi.kernel.access.CallContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * The one place for plain SQL, where JPA is too slow or does not fit: bulk rows of indexes, queues and histories.
 *
 * <p>Takes part in the current transaction and passes the guard below. Statements on tenant tables have the tenant as
 * their first parameter, bound here and nowhere else.
 */
@ApplicationScoped
public class SqlGateway {

    @Resource(lookup = DataSourceDefinitions.NAME)
    private DataSource dataSource;

    /** Runs one statement for each row; {@code sql} has the tenant as its first parameter, the row's values after it. */
    public void batch(String sql, List<Object[]> rows) {
        batch(sql, true, rows);
    }

    /** The same where new values come first: {@code sql} has the tenant as its last parameter. */
    public void changeAll(String sql, List<Object[]> rows) {
        batch(sql, false, rows);
    }

    private void batch(String sql, boolean tenantFirst, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int tenant = CallContext.require().tenantId();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                statement.setInt(tenantFirst ? 1 : row.length + 1, tenant);
                bind(statement, tenantFirst ? 2 : 1, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Changes rows of the caller's tenant; the tenant is the first parameter. */
    public int update(String sql, Object... values) {
        return run(sql, true, values);
    }

    /** Changes rows of the caller's tenant; the tenant is the last parameter, as it is where new values come first. */
    public int change(String sql, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = CallContext.require().tenantId();
        return run(sql, false, all);
    }

    /** Changes rows of platform tables. */
    public int updatePlatform(String sql, Object... values) {
        return run(sql, false, values);
    }

    /** Reads rows of platform tables. */
    public <T> List<T> queryPlatform(String sql, RowReader<T> reader, Object... values) {
        return read(sql, false, reader, values);
    }

    /** Reads rows of the caller's tenant; the tenant is the first parameter. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        return read(sql, true, reader, values);
    }

    /**
     * One moment of the caller's tenant, to be read from as long as it takes. To be called outside of transactions, and to be
     * closed: it keeps a connection.
     */
    public Snapshot snapshot() {
        try {
            return new Snapshot(dataSource.getConnection());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private int run(String sql, boolean ofTenant, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bindAll(statement, ofTenant, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> List<T> read(String sql, boolean ofTenant, RowReader<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bindAll(statement, ofTenant, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bindAll(PreparedStatement statement, boolean ofTenant, Object... values) throws SQLException {
        if (ofTenant) {
            statement.setInt(1, CallContext.require().tenantId());
        }
        bind(statement, ofTenant ? 2 : 1, values);
    }

    private static void bind(PreparedStatement statement, int from, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(from + i, values[i]);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
