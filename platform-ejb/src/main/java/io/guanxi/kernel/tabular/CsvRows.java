package io.guanxi.kernel.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reading through a delimited text. */
final class CsvRows implements RawRows {

    private final CsvReader<RawRow> reader;
    private final CloseableIterator<RawRow> rows;
    private final FileLimits limits;
    private final RowBuilder builder;

    CsvRows(Reader text, char delimiter, FileLimits limits, boolean skipFirstLine) {
        this.limits = limits;
        this.builder = new RowBuilder(limits);
        this.reader = reader(text, delimiter, limits, builder);
        if (skipFirstLine) {
            reader.skipLines(1);
        }
        this.rows = reader.iterator();
    }

    /** Lenient, since people's files are: {@code "Acme" Ltd} is a text, and rows may be ragged. */
    @SuppressWarnings("removal") // Extra characters after a quote: FastCSV 5 will need another way to accept them.
    private static CsvReader<RawRow> reader(Reader text, char delimiter, FileLimits limits, RowBuilder builder) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.rowChars())
                .build(builder, text);
    }

    @Override
    public Optional<RawRow> next() {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    private RuntimeException unreadable(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (e.getMessage().startsWith("Unclosed")) {
            return new UnreadableFile("file.quoteUnclosed", builder.line);
        }
        return new UnreadableFile("file.rowTooLong", builder.line, limits.rowChars());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Collects the fields of a row, within the limits. */
    private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<RawRow> {

        private final FileLimits limits;
        private List<String> values = new ArrayList<>();
        private Optional<CellFault> fault = Optional.empty();
        private long line;
        private int length;

        RowBuilder(FileLimits limits) {
            this.limits = limits;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            length = 0;
            values = new ArrayList<>(values.size());
            fault = Optional.empty();
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int count, boolean quoted) {
            length += count;
            if (index >= limits.columns()) {
                throw new UnreadableFile("file.tooManyColumns", limits.columns());
            }
            if (length > limits.rowChars()) {
                throw new UnreadableFile("file.rowTooLong", line, limits.rowChars());
            }
            CheckedCell cell = CheckedCell.of(index, new String(text, offset, count), limits);
            values.add(cell.text());
            if (fault.isEmpty()) {
                fault = cell.fault();
            }
        }

        @Override
        protected RawRow buildRecord() {
            return new RawRow(line, values, fault);
        }
    }
}
