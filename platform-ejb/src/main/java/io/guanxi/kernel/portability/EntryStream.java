package io.guanxi.kernel.portability;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes one entry of an archive, and knows its length and checksum. */
final class EntryStream extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long bytes;

    EntryStream(OutputStream out) {
        super(out);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
