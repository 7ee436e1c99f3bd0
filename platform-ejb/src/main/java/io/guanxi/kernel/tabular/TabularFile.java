package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table in an uploaded file, never held in memory as a whole. Not for several threads at once.
 *
 * <p>Everything here throws {@link UnreadableFile} for what is wrong with the file and {@link UncheckedIOException} for
 * what is wrong with its storage.
 */
public final class TabularFile implements Closeable {

    /** Rows that decide how many columns a table without header has. */
    private static final int FIRST_ROWS = 50;

    private final Book book;
    private final FileFormat format;
    private final List<Column> columns;

    private TabularFile(Book book, Optional<Boolean> header) throws IOException {
        this.book = book;
        List<List<String>> first = firstRows();
        if (first.isEmpty()) {
            throw new UnreadableFile("file.empty");
        }
        this.format = book.format().withHeader(header.orElseGet(() -> HeaderDetector.isHeader(trimmed(first.get(0)))));
        this.columns = format.header() ? named(trimmed(first.get(0))) : unnamed(first);
    }

    /**
     * Detects the format, applies the hints and reads the headings.
     *
     * @param spool folder for the temporary copy that random access to an XLSX needs; deleted by {@link #close()}
     */
    public static TabularFile open(FileSource source, FileHints hints, FileLimits limits, Path spool) {
        if (source.size() > limits.bytes()) {
            throw new UnreadableFile("file.tooLarge", limits.bytes());
        }
        Book book = null;
        try {
            Sample sample = Sample.of(source);
            book = switch (FileKind.of(sample.bytes())) {
                case CSV -> CsvBook.open(source, sample, hints, limits);
                case XLSX -> XlsxBook.open(source, hints, limits, spool);
            };
            return new TabularFile(book, hints.header());
        } catch (IOException e) {
            closeQuietly(book, e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            closeQuietly(book, e);
            throw e;
        }
    }

    public FileFormat format() {
        return format;
    }

    /** At least one. */
    public List<Column> columns() {
        return columns;
    }

    /** A new reading from the first row of data; the caller closes it. */
    public RowCursor rows() {
        try {
            return new RowCursor(book.read(), new RowShape(columns.size(), format.delimiter()), format.header());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> firstRows() throws IOException {
        List<List<String>> first = new ArrayList<>();
        try (RawRows rows = book.read()) {
            Optional<RawRow> row = rows.next();
            while (row.isPresent() && first.size() < FIRST_ROWS) {
                if (!row.get().isBlank()) {
                    first.add(row.get().values());
                }
                row = rows.next();
            }
        }
        return first;
    }

    private static List<Column> named(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Column(i, names.get(i).strip()))
                .toList();
    }

    private static List<Column> unnamed(List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> trimmed(row).size()).max().orElse(1);
        return IntStream.range(0, width).mapToObj(i -> new Column(i, "")).toList();
    }

    /** Without blank cells at the end; at least one remains. */
    private static List<String> trimmed(List<String> row) {
        int size = row.size();
        while (size > 1 && row.get(size - 1).isBlank()) {
            size--;
        }
        return row.subList(0, size);
    }

    private static void closeQuietly(Book book, Exception cause) {
        if (book != null) {
            try {
                book.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
