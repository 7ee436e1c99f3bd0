package io.guanxi.kernel.file;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Keeps files of the caller's tenant in pieces, so that no file is ever in memory as a whole. */
@Stateless
@TenantBound
public class StoredFiles {

    /** Below the smallest packet that databases accept by default. */
    private static final int PIECE = 1 << 20;

    /** Size of a file whose upload has not ended. */
    private static final long INCOMPLETE = -1;

    @Inject
    private SqlGateway sql;

    /**
     * Stores a stream piece by piece, each in its own transaction. A file that breaks off is not there: its size
     * is written last.
     *
     * @return id of the file
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long store(String name, InputStream content) throws IOException {
        long id = RecordId.next();
        String shortName = name.length() > 255 ? name.substring(0, 255) : name;
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        sql.update(
                "INSERT INTO stored_file (tenant_id, id, name, size, created_at) VALUES (?, ?, ?, ?, ?)",
                id,
                shortName,
                INCOMPLETE,
                now);
        long size = 0;
        byte[] piece = new byte[PIECE];
        int ordinal = 0;
        int read = content.readNBytes(piece, 0, PIECE);
        while (read > 0) {
            sql.update(
                    "INSERT INTO stored_file_chunk (tenant_id, file_id, ordinal, data) VALUES (?, ?, ?, ?)",
                    id,
                    ordinal++,
                    read == PIECE ? piece : Arrays.copyOf(piece, read));
            size += read;
            read = content.readNBytes(piece, 0, PIECE);
        }
        sql.update(
                "INSERT INTO stored_file (tenant_id, id, name, size, created_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE size = ?",
                id,
                shortName,
                size,
                now,
                size);
        return id;
    }

    /**
     * A file that is to be written piece by piece, in the transactions of its caller. It is not there before
     * {@link #complete}.
     *
     * @return id of the file
     */
    public long begin(String name) {
        long id = RecordId.next();
        sql.update(
                "INSERT INTO stored_file (tenant_id, id, name, size, created_at) VALUES (?, ?, ?, ?, ?)",
                id,
                name,
                INCOMPLETE,
                LocalDateTime.now(ZoneOffset.UTC));
        return id;
    }

    /**
     * Adds to a file that was begun.
     *
     * @param ordinal of the first piece
     * @return ordinal of the piece after these
     */
    public int append(long id, int ordinal, byte[] content) {
        int next = ordinal;
        for (int from = 0; from < content.length; from += PIECE) {
            sql.update(
                    "INSERT INTO stored_file_chunk (tenant_id, file_id, ordinal, data) VALUES (?, ?, ?, ?)",
                    id,
                    next++,
                    Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)));
        }
        return next;
    }

    /** The file is there from now on. */
    public void complete(long id, long size) {
        sql.change("UPDATE stored_file SET size = ? WHERE id = ? AND tenant_id = ?", size, id);
    }

    /** Length in bytes; empty when the file is not there or was never completed. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public java.util.OptionalLong size(long id) {
        return sql
                .query("SELECT size FROM stored_file WHERE tenant_id = ? AND id = ?", row -> row.getLong(1), id)
                .stream()
                .filter(size -> size >= 0)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** One piece; empty after the last. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public byte[] piece(long id, int ordinal) {
        List<byte[]> found = sql.query(
                "SELECT data FROM stored_file_chunk WHERE tenant_id = ? AND file_id = ? AND ordinal = ?",
                row -> row.getBytes(1),
                id,
                ordinal);
        return found.isEmpty() ? new byte[0] : found.get(0);
    }

    public void delete(long id) {
        sql.update("DELETE FROM stored_file WHERE tenant_id = ? AND id = ?", id);
    }
}
