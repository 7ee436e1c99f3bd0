package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.ColumnKind;
import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.database.Snapshot;
import io.guanxi.kernel.file.TenantFiles;
import io.guanxi.kernel.tenancy.Tenant;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all of a tenant step by step: its tables as JSON Lines, the contents of its documents, and the manifest. A page of
 * rows, or a piece of a file, is all that is in memory.
 */
final class ArchiveWriter implements Closeable {

    static final String DATA = "data/";
    static final String LINES = ".jsonl";
    static final String FILES = "files/";

    private static final int PAGE = 1_000;
    private static final int PIECE = 1 << 20;

    private final ZipOutputStream zip;
    private final Snapshot snapshot;
    private final TenantFiles files;
    private final String schema;
    private final Tenant tenant;
    private final Instant madeAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Deque<PortableTable> tables;
    private final Set<String> contents = new LinkedHashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private EntryStream entry;
    private InputStream content;
    private List<Object> last;
    private long rows;
    private boolean ended;

    ArchiveWriter(OutputStream out, Snapshot snapshot, PortableSchema schema, TenantFiles files, Tenant tenant) {
        this.zip = new ZipOutputStream(out);
        this.snapshot = snapshot;
        this.files = files;
        this.schema = schema.version();
        this.tenant = tenant;
        this.tables = new ArrayDeque<>(schema.tables());
    }

    boolean isEnded() {
        return ended;
    }

    /**
     * Writes a little more.
     *
     * @return how many rows that were
     */
    int step() {
        try {
            if (!tables.isEmpty()) {
                return page(tables.peek());
            }
            if (content == null && waiting.isEmpty()) {
                manifest();
            } else {
                file();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int page(PortableTable table) throws IOException {
        boolean first = entry == null;
        if (first) {
            begin(DATA + table.name() + LINES);
            rows = 0;
        }
        int read = snapshot.read(
                table.page(first, PAGE),
                row -> write(table, row),
                first || table.key().isEmpty() ? new Object[0] : table.after(last));
        rows += read;
        if (read < PAGE) {
            end(DATA + table.name() + LINES, table.name(), rows);
            tables.remove();
            if (tables.isEmpty()) {
                waiting.addAll(contents);
            }
        }
        return read;
    }

    private void write(PortableTable table, ResultSet row) throws SQLException {
        try {
            entry.write(RowText.write(table.columns(), row).getBytes(StandardCharsets.UTF_8));
            entry.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Object> key = new ArrayList<>();
        for (ColumnShape column : table.key()) {
            key.add(keyValue(column, row));
        }
        last = key;
        if (table.namesContents()) {
            String id = row.getString(PortableTable.CONTENT);
            if (id != null) {
                contents.add(id);
            }
        }
    }

    private static Object keyValue(ColumnShape column, ResultSet row) throws SQLException {
        return column.kind() == ColumnKind.DATE
                ? row.getObject(column.name(), LocalDate.class)
                : column.kind() == ColumnKind.TIME
                        ? row.getObject(column.name(), LocalDateTime.class)
                        : row.getObject(column.name());
    }

    /** A content is never changed; one whose document has got another since may be gone. */
    private void file() throws IOException {
        String id = waiting.peek();
        if (content == null) {
            try {
                content = files.open(id);
            } catch (FileNotFoundException gone) {
                missing.add(waiting.remove());
                return;
            }
            begin(FILES + id);
        }
        byte[] piece = content.readNBytes(PIECE);
        entry.write(piece);
        if (piece.length < PIECE) {
            content.close();
            content = null;
            end(FILES + waiting.remove(), null, 0);
        }
    }

    private void manifest() throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(new Manifest(schema, madeAt, tenant, entries, missing).write().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        ended = true;
    }

    private void begin(String path) throws IOException {
        ZipEntry header = new ZipEntry(path);
        header.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(header);
        entry = new EntryStream(zip);
    }

    private void end(String path, String table, long lines) throws IOException {
        zip.closeEntry();
        entries.add(entry.end(path, table, lines));
        entry = null;
    }

    /** Lets go of what is being read; what it writes to stays open. */
    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        snapshot.close();
    }
}
