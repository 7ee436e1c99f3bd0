package io.guanxi.kernel.portability;

import io.guanxi.kernel.digest.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes one entry of an archive, and knows its length and checksum. */
final class EntryStream extends FilterOutputStream {

    private final MessageDigest digest = Sha256.begin();
    private long bytes;

    EntryStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        out.write(content, offset, length);
        digest.update(content, offset, length);
        bytes += length;
    }

    /** What was written; the stream below stays open. */
    Manifest.Entry end(String path, String table, long rows) {
        return new Manifest.Entry(path, table, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
