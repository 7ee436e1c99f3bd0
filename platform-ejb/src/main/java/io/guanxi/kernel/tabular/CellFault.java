package io.guanxi.kernel.tabular;

import java.util.List;

/**
 * What spoils a row: of one cell, or of the row as a whole.
 *
 * @param column position of the cell from 0; {@link #WHOLE_ROW} when it is no single cell's
 * @param code   stable name and message key, such as {@code cell.tooLong}
 * @param args   what the message mentions
 */
public record CellFault(int column, String code, List<Object> args) {

    /** In place of a column: the row as a whole. */
    public static final int WHOLE_ROW = -1;

    public static CellFault of(int column, String code, Object... args) {
        return new CellFault(column, code, List.of(args));
    }
}
