package io.guanxi.kernel.database;

import java.sql.SQLException;

/** A statement that could touch another tenant's rows was refused: a fault of the program. */
public final class CrossTenantStatement extends SQLException {
    CrossTenantStatement(String reason, String sql) {
        super(reason + ": " + sql);
    }
}
