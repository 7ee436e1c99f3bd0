package io.guanxi.kernel.tabular;

import java.util.List;
import java.util.Optional;

/**
 * One row of data.
 *
 * @param number   position among the rows of data from 1, blank rows and the header not counted; the same at each reading
 * @param line     where a person finds it: the line of the text file or the row of the sheet, from 1
 * @param values   as many as the file has columns unless the row has a fault; an absent value is empty
 * @param rejoined surplus delimiters followed by a blank were taken for text, as in an unquoted {@code 24, place Kléber}
 * @param fault    why the row must not be used; empty for a good one
 */
public record Row(long number, long line, List<String> values, boolean rejoined, Optional<CellFault> fault) {}
