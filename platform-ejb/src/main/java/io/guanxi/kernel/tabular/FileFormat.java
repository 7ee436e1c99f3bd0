package io.guanxi.kernel.tabular;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a file is read, detected or as told.
 *
 * @param kind      CSV or XLSX
 * @param encoding  of a CSV; empty for XLSX
 * @param delimiter of a CSV; empty for XLSX
 * @param sheets    names of the sheets of an XLSX in their order; none for CSV
 * @param sheet     the one that is read; empty for CSV
 * @param header    whether the first row names the columns
 */
public record FileFormat(
        FileKind kind,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        List<String> sheets,
        Optional<String> sheet,
        boolean header) {

    static FileFormat csv(Charset encoding, char delimiter) {
        return new FileFormat(
                FileKind.CSV, Optional.of(encoding), Optional.of(delimiter), List.of(), Optional.empty(), true);
    }

    static FileFormat xlsx(List<String> sheets, String sheet) {
        return new FileFormat(FileKind.XLSX, Optional.empty(), Optional.empty(), sheets, Optional.of(sheet), true);
    }

    FileFormat withHeader(boolean present) {
        return new FileFormat(kind, encoding, delimiter, sheets, sheet, present);
    }
}
