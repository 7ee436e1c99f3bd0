package io.guanxi.kernel.database;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database refused or did not answer a statement; the transaction is lost. */
@ApplicationException(rollback = true)
public class DatabaseFailure extends RuntimeException {
    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
