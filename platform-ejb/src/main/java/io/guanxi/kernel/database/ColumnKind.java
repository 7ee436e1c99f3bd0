package io.guanxi.kernel.database;

import java.sql.Types;

/** What kind of values a column holds. */
public enum ColumnKind {
    BOOLEAN,
    INTEGER,
    LONG,
    DECIMAL,
    TEXT,
    DATE,
    TIME,
    BYTES;

    /**
     * @param type of {@link Types}
     * @throws IllegalStateException when the schema has begun to use another kind
     */
    static ColumnKind of(int type) {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> INTEGER;
            case Types.BIGINT -> LONG;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> throw new IllegalStateException("columns of type " + type + " are not known");
        };
    }
}
