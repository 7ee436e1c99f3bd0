package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.CellFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row as inputs for records. Empty cells are left out: an import never clears what a record has.
 *
 * @param number     of the row among the rows of data, from 1
 * @param line       where a person finds it in the file, from 1
 * @param externalId what the row is called in the system the file comes from, where a column says so
 * @param record     input for the imported object
 * @param companions inputs for the objects made from the same row by their name; only those with a value
 * @param faults     why the row must not be used; empty for a good one
 * @param warnings   what was left out of a good row
 */
public record TranslatedRow(
        long number,
        long line,
        Optional<String> externalId,
        Map<String, Object> record,
        Map<String, Map<String, Object>> companions,
        List<CellFault> faults,
        List<CellFault> warnings) {}
