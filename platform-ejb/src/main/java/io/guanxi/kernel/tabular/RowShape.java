package io.guanxi.kernel.tabular;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Gives each row as many values as the table has columns.
 *
 * @param width     number of columns
 * @param delimiter of a text file, where unquoted text may hold it; empty for XLSX
 */
record RowShape(int width, Optional<Character> delimiter) {

    Row fit(long number, RawRow raw) {
        List<String> values = new ArrayList<>(raw.values());
        while (values.size() > width && values.get(values.size() - 1).isBlank()) {
            values.remove(values.size() - 1);
        }
        boolean rejoined = false;
        Optional<CellFault> fault = raw.fault();
        if (values.size() > width) {
            rejoined = rejoin(values);
            if (!rejoined && fault.isEmpty()) {
                fault = Optional.of(CellFault.of(CellFault.WHOLE_ROW, "row.tooManyValues", values.size(), width));
            }
        }
        while (values.size() < width) {
            values.add("");
        }
        return new Row(number, raw.line(), Collections.unmodifiableList(values), rejoined, fault);
    }

    /**
     * Text is written with a blank after its commas, values are not: where exactly the surplus begins with a blank, it
     * belongs to the value before it. Anything less certain is left alone.
     */
    private boolean rejoin(List<String> values) {
        int surplus = values.size() - width;
        long blank =
                values.stream().skip(1).filter(value -> value.startsWith(" ")).count();
        if (delimiter.isEmpty() || blank != surplus) {
            return false;
        }
        for (int i = values.size() - 1; i > 0; i--) {
            if (values.get(i).startsWith(" ")) {
                values.set(i - 1, values.get(i - 1) + delimiter.get() + values.remove(i));
            }
        }
        return true;
    }
}
