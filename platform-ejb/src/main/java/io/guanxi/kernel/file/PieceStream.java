package io.guanxi.kernel.file;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads pieces one after the other; an empty piece ends the stream. */
final class PieceStream extends InputStream {

    private final IntFunction<byte[]> pieces;
    private byte[] piece = {};
    private int position;
    private int next;
    private boolean ended;

    PieceStream(IntFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return fill() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int copied = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, copied);
        position += copied;
        return copied;
    }

    private boolean fill() {
        if (position == piece.length && !ended) {
            piece = pieces.apply(next++);
            position = 0;
            ended = piece.length == 0;
        }
        return !ended;
    }
}
