package io.guanxi.kernel.database;

import com.mysql.cj.exceptions.StatementIsClosedException;
import io.guanxi.kernel.error.Causes;
import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached from one that refuses what it is asked. */
public final class Outage {

    private Outage() {}

    /** Whether a failure comes from a database that cannot be reached, or a pool with no connection left. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.of(failure).anyMatch(Outage::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof ResourceException
                // What a commit that the database did not answer is to the container.
                || cause instanceof SystemException
                || isConnectionState(cause)
                // A lost connection takes its statements with it; closing one then hides why it failed.
                || cause instanceof StatementIsClosedException
                // The server's own class, named because no API of the platform has it.
                || cause.getClass().getSimpleName().equals("PoolingException");
    }

    private static boolean isConnectionState(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("08");
    }
}
