package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.error.DomainException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Looks through the wrappings of containers and persistence for what really happened. */
public final class Failures {

    /** Longer chains do not occur, circular ones do. */
    private static final int MAX_CAUSES = 25;

    private Failures() {}

    /** The first cause that says something to a partner; the failure itself when none does. */
    static Throwable telling(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof ApiProblem
                    || cause instanceof DomainException
                    || cause instanceof WebApplicationException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return failure;
    }

    /** The cause at the bottom, which says most in fewest words. */
    static Throwable root(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < MAX_CAUSES; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Two transactions got in each other's way; a new attempt may succeed at once. */
    public static boolean isContention(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof jakarta.persistence.OptimisticLockException
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
        return anyCause(
                failure,
                cause -> cause instanceof jakarta.persistence.LockTimeoutException
                        || cause instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    private static boolean hasState(Throwable cause, String prefix) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(prefix);
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (test.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
