package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.error.Causes;
import io.guanxi.kernel.error.DomainException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;

/** Looks through the wrappings of containers and persistence for what really happened. */
public final class Failures {

    private Failures() {}

    /** The first cause that says something to a partner; the failure itself when none does. */
    static Throwable telling(Throwable failure) {
        return Causes.of(failure)
                .filter(cause -> cause instanceof ApiProblem
                        || cause instanceof DomainException
                        || cause instanceof WebApplicationException)
                .findFirst()
                .orElse(failure);
    }

    /** The cause at the bottom, which says most in fewest words. */
    static Throwable root(Throwable failure) {
        return Causes.of(failure).reduce(failure, (outer, inner) -> inner);
    }

    /** Two transactions got in each other's way; a new attempt may succeed at once. */
    public static boolean isContention(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof jakarta.persistence.OptimisticLockException
                        || cause instanceof jakarta.persistence.PessimisticLockException
                        || hasState(cause, "40")
                        || cause instanceof SQLException sql && sql.getErrorCode() == SNAPSHOT_CHANGED
                        || isLockTimeout(cause));
    }

    /** MariaDB, {@code ER_CHECKREAD}: the row changed after the transaction's snapshot. */
    private static final int SNAPSHOT_CHANGED = 1020;

    /** MySQL and MariaDB, {@code ER_LOCK_WAIT_TIMEOUT}. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** The transaction waited too long for a lock of another. */
    public static boolean isLockTimeout(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof jakarta.persistence.LockTimeoutException
                        || cause instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    private static boolean hasState(Throwable cause, String prefix) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(prefix);
    }
}
