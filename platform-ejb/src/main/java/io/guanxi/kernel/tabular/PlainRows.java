package io.guanxi.kernel.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as the program keeps them for itself, with every cell exactly as it is; never handed to people as they are. */
public final class PlainRows implements Closeable {

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;

    private PlainRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.rows = reader.iterator();
    }

    /** Writes rows; pieces written one after the other read as one. */
    public static void write(List<List<String>> rows, OutputStream out) throws IOException {
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CsvWriter writer = CsvWriter.builder().build(text)) {
            rows.forEach(writer::writeRecord);
        }
    }

    /** Reads rows one by one. */
    public static PlainRows read(InputStream in) throws IOException {
        return new PlainRows(CsvReader.builder().skipEmptyLines(false).ofCsvRecord(in));
    }

    public boolean hasNext() {
        return rows.hasNext();
    }

    public List<String> next() {
        return rows.next().getFields();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        reader.close();
    }
}
