package io.guanxi.kernel.tabular;

import java.util.Optional;

/**
 * A cell's text, and what is wrong with it.
 *
 * @param text  usable in an error file: cut at the limit, without NUL
 * @param fault empty for a good cell
 */
record CheckedCell(String text, Optional<CellFault> fault) {

    private static final char UNDECODABLE = '\uFFFD';

    static CheckedCell of(int column, String text, FileLimits limits) {
        if (text.length() > limits.cellChars()) {
            return faulty(
                    text.substring(0, limits.cellChars()),
                    CellFault.of(column, "cell.tooLong", text.length(), limits.cellChars()));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return faulty(text.replace('\0', UNDECODABLE), CellFault.of(column, "cell.containsNul"));
            }
            if (c == UNDECODABLE) {
                return faulty(text, CellFault.of(column, "cell.undecodable"));
            }
        }
        return new CheckedCell(text, Optional.empty());
    }

    private static CheckedCell faulty(String text, CellFault fault) {
        return new CheckedCell(text, Optional.of(fault));
    }
}
