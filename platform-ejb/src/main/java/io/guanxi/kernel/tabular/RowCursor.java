package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One reading through the rows of data of a file. Blank rows are passed over.
 *
 * <p>{@link #hasNext()} throws {@link UnreadableFile} where the file breaks a limit or is damaged, and
 * {@link UncheckedIOException} where its storage fails.
 */
public final class RowCursor implements Iterator<Row>, Closeable {

    private final RawRows raw;
    private final RowShape shape;
    private Optional<Row> next = Optional.empty();
    private long number;

    RowCursor(RawRows raw, RowShape shape, boolean header) {
        this.raw = raw;
        this.shape = shape;
        if (header) {
            nextFilled();
        }
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = nextFilled().map(row -> shape.fit(++number, row));
        }
        return next.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    /** The remaining rows; closing the stream closes this. */
    public Stream<Row> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RawRow> nextFilled() {
        Optional<RawRow> row = raw.next();
        while (row.isPresent() && row.get().isBlank()) {
            row = raw.next();
        }
        return row;
    }
}
