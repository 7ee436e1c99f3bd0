package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.DatabaseFailure;
import io.guanxi.kernel.database.Outage;
import java.sql.SQLException;

/** Tells a row that the database will not have from a database that is away. */
final class RowRefusal {

    private RowRefusal() {}

    static void telling(String table, Runnable write) {
        try {
            write.run();
        } catch (DatabaseFailure failure) {
            if (isOfTheRow(failure)) {
                throw ArchiveRefused.ofRow(table);
            }
            throw failure;
        }
    }

    /** Values that are too long, missing or twice there, and rows that point to nothing: SQL states 22 and 23. */
    private static boolean isOfTheRow(DatabaseFailure failure) {
        return !Outage.isCauseOf(failure)
                && failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith("22") || cause.getSQLState().startsWith("23"));
    }
}
