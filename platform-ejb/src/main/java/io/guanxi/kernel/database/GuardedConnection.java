package io.guanxi.kernel.database;

import com.mysql.cj.jdbc.JdbcConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection whose statements pass the {@link StatementGuard} before the database sees them. */
final class GuardedConnection implements InvocationHandler {

    private final Connection target;
    private final StatementGuard guard;

    private GuardedConnection(Connection target, StatementGuard guard) {
        this.target = target;
        this.guard = guard;
    }

    static Connection around(Connection connection, StatementGuard guard) {
        return proxy(Connection.class, new GuardedConnection(connection, guard));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement" -> {
                Verdict verdict = guard.check((String) args[0]);
                PreparedStatement statement = prepare(method, args);
                return verdict.tenantParameters().isEmpty()
                        ? proxy(PreparedStatement.class, new PlainStatement(statement, guard))
                        : proxy(PreparedStatement.class, new TenantStatement(statement, guard, verdict));
            }
            case "createStatement" -> {
                return proxy(Statement.class, new PlainStatement((Statement) call(target, method, args), guard));
            }
            case "prepareCall", "nativeSQL" -> throw new SQLException("not offered by the guarded connection");
            case "unwrap" -> {
                if (((Class<?>) args[0]).isInstance(self)) {
                    return self;
                }
                throw new SQLException("the guarded connection cannot be unwrapped");
            }
            case "isWrapperFor" -> {
                return ((Class<?>) args[0]).isInstance(self);
            }
            case "equals" -> {
                return self == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            default -> {
                return call(target, method, args);
            }
        }
    }

    /**
     * Rows are put together here, not on the server: a batch of them becomes one statement with as many rows, which the
     * server would have to prepare anew for each number of rows. That took a third of the time of an import.
     */
    private PreparedStatement prepare(Method method, Object[] args) throws Throwable {
        String sql = (String) args[0];
        boolean inserts = sql.regionMatches(true, 0, "INSERT", 0, "INSERT".length());
        if (!inserts || !target.isWrapperFor(JdbcConnection.class)) {
            return (PreparedStatement) call(target, method, args);
        }
        JdbcConnection driver = target.unwrap(JdbcConnection.class);
        return switch (args.length) {
            case 1 -> driver.clientPrepareStatement(sql);
            case 3 -> driver.clientPrepareStatement(sql, (int) args[1], (int) args[2]);
            default -> (PreparedStatement) call(target, method, args);
        };
    }

    /** Checks texts given at execution; prepared statements without tenant parameters use it as well. */
    private static class PlainStatement implements InvocationHandler {

        private final Statement statement;
        private final StatementGuard guard;

        PlainStatement(Statement statement, StatementGuard guard) {
            this.statement = statement;
            this.guard = guard;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            String name = method.getName();
            if (args != null && args.length > 0 && args[0] instanceof String sql && takesSql(name)) {
                guard.checkUnprepared(sql);
            }
            if ("unwrap".equals(name) || "getConnection".equals(name)) {
                throw new SQLException("not offered by a guarded statement");
            }
            return call(statement, method, args);
        }

        private static boolean takesSql(String name) {
            return name.startsWith("execute") || "addBatch".equals(name);
        }
    }

    /** Checks that the tenant bound to a parameter is the caller's. */
    private static final class TenantStatement extends PlainStatement {

        private final Verdict verdict;

        TenantStatement(Statement statement, StatementGuard guard, Verdict verdict) {
            super(statement, guard);
            this.verdict = verdict;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            if (args != null
                    && args.length >= 2
                    && args[0] instanceof Integer index
                    && method.getName().startsWith("set")
                    && verdict.tenantParameters().contains(index)) {
                StatementGuard.checkTenant(args[1]);
            }
            return super.invoke(self, method, args);
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
