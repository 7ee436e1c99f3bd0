package io.guanxi.kernel.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The only way from the application to its database: every connection refuses statements that could cross tenants.
 *
 * <p>The line of defence below JPA. It holds for whatever got hold of a connection: generated SQL, the gateway, or code
 * that should not have one.
 */
public class GuardedDataSource implements DataSource {

    private final MysqlDataSource target = new MysqlDataSource();
    private final StatementGuard guard = new StatementGuard();

    public GuardedDataSource() {
        try {
            // Nobody but the driver changes isolation or autocommit: else the pool's questions after them are a trip to
            // the database for every statement.
            target.setUseLocalSessionState(true);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void setUrl(String url) {
        target.setUrl(url);
    }

    public void setUser(String user) {
        target.setUser(user);
    }

    public void setPassword(String password) {
        target.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(target.getConnection(user, password));
    }

    private Connection guarded(Connection connection) throws SQLException {
        try {
            SessionSettings.apply(connection);
            return GuardedConnection.around(connection, guard);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    /** Never hands out what it guards. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("the guarded data source cannot be unwrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
