package io.guanxi.kernel.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV for people to open: RFC 4180 in UTF-8, row by row, with cells that a spreadsheet program would run made plain.
 */
public final class CsvExport implements Closeable {

    /** Signs that begin a formula, in their full-width forms too, and blanks that such programs drop first. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");

    private final CsvWriter writer;

    /**
     * @param out         closed with this
     * @param delimiter   between values
     * @param byteOrderMark whether to mark the encoding, without which Excel takes UTF-8 for something else
     */
    public CsvExport(OutputStream out, char delimiter, boolean byteOrderMark) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            text.write('\uFEFF');
        }
        this.writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    /** Writes one row. */
    public void write(List<String> values) {
        writer.writeRecord(values.stream().map(CsvExport::neutralised).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The value, with a leading apostrophe where a spreadsheet program would take it for a formula. */
    public static String neutralised(String value) {
        boolean runs = !value.isEmpty()
                && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
                && !PLAIN_NUMBER.matcher(value).matches();
        return runs ? "'" + value : value;
    }

    /** What {@link #neutralised} was given, so that an export comes back by import as it was. */
    public static String restored(String value) {
        boolean marked = value.length() > 1
                && value.charAt(0) == '\''
                && !neutralised(value.substring(1)).equals(value.substring(1));
        return marked ? value.substring(1) : value;
    }
}
