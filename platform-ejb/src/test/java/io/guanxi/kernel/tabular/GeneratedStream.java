package io.guanxi.kernel.tabular;

import java.io.InputStream;
import java.util.function.LongFunction;

/** A stream of any length made as it is read: a beginning, then pieces by their number, up to a length. */
final class GeneratedStream extends InputStream {

    private final LongFunction<byte[]> pieces;
    private final long length;
    private byte[] piece;
    private long number;
    private int at;
    private long read;

    GeneratedStream(byte[] beginning, LongFunction<byte[]> pieces, long length) {
        this.piece = beginning;
        this.pieces = pieces;
        this.length = length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
        if (read >= length) {
            return -1;
        }
        if (at == piece.length) {
            piece = pieces.apply(number++);
            at = 0;
        }
        int n = (int) Math.min(Math.min(count, piece.length - at), length - read);
        System.arraycopy(piece, at, buffer, offset, n);
        at += n;
        read += n;
        return n;
    }
}
