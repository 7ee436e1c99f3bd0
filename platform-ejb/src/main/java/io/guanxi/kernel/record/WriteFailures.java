package io.guanxi.kernel.record;

import io.guanxi.kernel.error.Causes;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.StaleRecord;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;

/** What the database's refusals mean to whoever writes records. */
final class WriteFailures {

    /** MariaDB: the row was changed after the transaction had read it. */
    private static final int CHANGED_SINCE_READ = 1020;

    private static final int DUPLICATE_KEY = 1062;

    private WriteFailures() {}

    /** The failure in the caller's terms; itself when it has none. */
    static RuntimeException told(RuntimeException failure, UniqueValues unique) {
        if (failure instanceof OptimisticLockException) {
            return new StaleRecord();
        }
        SQLException cause = (SQLException) Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(null);
        if (cause != null && cause.getErrorCode() == CHANGED_SINCE_READ) {
            return new StaleRecord();
        }
        if (cause != null && cause.getErrorCode() == DUPLICATE_KEY) {
            return new DuplicateValue(unique.fieldOf(cause.getMessage()).orElse("externalId"));
        }
        return failure;
    }
}
