package io.guanxi.kernel.log;

import io.guanxi.kernel.error.DomainException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps mistakes of callers out of the log. Servers report every exception that leaves a page or bean with its whole
 * trace; those of broken rules are answered to whoever broke them, and anybody could fill a disk with the rest.
 *
 * @param next what was asked before; null lets everything pass
 */
record ExpectedFailures(Filter next) implements Filter {

    /** Longer chains do not occur, circular ones do. */
    private static final int MAX_CAUSES = 25;

    @Override
    public boolean isLoggable(LogRecord entry) {
        boolean ofServer =
                entry.getLoggerName() == null || !entry.getLoggerName().startsWith("io.guanxi.");
        return !(ofServer && isExpected(entry.getThrown())) && (next == null || next.isLoggable(entry));
    }

    private static boolean isExpected(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof DomainException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
