package io.guanxi.kernel.tabular;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a person knows better than the detection.
 *
 * @param encoding  of a text file
 * @param delimiter of a text file
 * @param sheet     name of the sheet of an XLSX to read; the first visible one otherwise
 * @param header    whether the first row names the columns
 */
public record FileHints(
        Optional<Charset> encoding, Optional<Character> delimiter, Optional<String> sheet, Optional<Boolean> header) {

    /** Detect everything. */
    public static FileHints none() {
        return new FileHints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FileHints withEncoding(Charset charset) {
        return new FileHints(Optional.of(charset), delimiter, sheet, header);
    }

    public FileHints withDelimiter(char separator) {
        return new FileHints(encoding, Optional.of(separator), sheet, header);
    }

    public FileHints withSheet(String name) {
        return new FileHints(encoding, delimiter, Optional.of(name), header);
    }

    public FileHints withHeader(boolean present) {
        return new FileHints(encoding, delimiter, sheet, Optional.of(present));
    }
}
