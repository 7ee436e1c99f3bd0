package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.Snapshot;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.FileWork;
import io.guanxi.kernel.job.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One export, a megabyte or five seconds at a time. Its moment of the database ends with the worker: an export that broke off is
 * begun again with a file of its own, and the one before is erased with all that nobody fetched.
 */
final class TenantExportWork extends FileWork {

    private static final int PIECE = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final Snapshot snapshot;
    private final List<PortableTable> tables;
    private final ArchiveWriter archive;
    private final long before;

    TenantExportWork(
            Job job,
            Function<OutputStream, ArchiveWriter> writer,
            Snapshot snapshot,
            List<PortableTable> tables,
            StoredFiles files) {
        super(TenantExport.TYPE, files, null);
        this.snapshot = snapshot;
        this.tables = tables;
        this.archive = writer.apply(buffer);
        this.before = job.position();
    }

    @Override
    public boolean isOneGo() {
        return true;
    }

    @Override
    public long count(Runnable alive) {
        long[] all = {0};
        for (PortableTable table : tables) {
            alive.run();
            snapshot.read(table.count(), row -> all[0] += row.getLong(1));
        }
        return all[0];
    }

    /** What an earlier run had counted is taken back by the first piece. */
    @Override
    protected Piece read(String cursor, boolean isFirst) {
        buffer.reset();
        long rows = isFirst ? -before : 0;
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!archive.isEnded() && buffer.size() < PIECE && System.nanoTime() < until) {
            rows += archive.step();
        }
        return new Piece(buffer.toByteArray(), Math.toIntExact(rows), archive.isEnded() ? null : "");
    }

    @Override
    public void close() {
        super.close();
        try {
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
