package io.guanxi.kernel.log;

import io.guanxi.kernel.error.Causes;
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

    @Override
    public boolean isLoggable(LogRecord entry) {
        boolean ofServer =
                entry.getLoggerName() == null || !entry.getLoggerName().startsWith("io.guanxi.");
        return !(ofServer && isExpected(entry.getThrown())) && (next == null || next.isLoggable(entry));
    }

    private static boolean isExpected(Throwable thrown) {
        return Causes.of(thrown).anyMatch(DomainException.class::isInstance);
    }
}
