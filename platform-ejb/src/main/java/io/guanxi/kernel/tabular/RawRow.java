package io.guanxi.kernel.tabular;

import java.util.List;
import java.util.Optional;

/** A row as the file has it, of whatever length. */
record RawRow(long line, List<String> values, Optional<CellFault> fault) {

    boolean isBlank() {
        return fault.isEmpty() && values.stream().allMatch(String::isBlank);
    }
}
