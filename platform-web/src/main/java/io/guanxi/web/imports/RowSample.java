package io.guanxi.web.imports;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One of the first rows of a file, to see what its columns would give. */
class RowSample implements Serializable {

    private int row;

    void begin() {
        row = 0;
    }

    void step(int by, int rows) {
        row = Math.max(0, Math.min(rows - 1, row + by));
    }

    /** Its number, from 1; 0 when there are no rows. */
    int number(int rows) {
        return rows == 0 ? 0 : row + 1;
    }

    /** What the columns that fill something have in it, by label. */
    List<Map.Entry<String, String>> of(
            List<List<String>> rows, List<ColumnChoice> columns, UnaryOperator<String> labels) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> cells = rows.get(row);
        return columns.stream()
                .filter(c -> !c.getPath().isEmpty() && c.getIndex() < cells.size())
                .map(c -> Map.entry(labels.apply(c.getPath()), cells.get(c.getIndex())))
                .filter(e -> !e.getValue().isBlank())
                .toList();
    }
}
