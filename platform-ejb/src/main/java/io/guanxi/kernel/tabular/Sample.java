package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a file that detection looks at.
 *
 * @param bytes    the first ones
 * @param complete whether that is the whole file
 */
record Sample(byte[] bytes, boolean complete) {

    static final int SIZE = 256 << 10;

    /** How far a file that begins in pure ASCII is searched for its first other character, in bytes. */
    private static final int ASCII_SEARCH = 64 << 20;

    static Sample of(FileSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(SIZE);
            return new Sample(head, head.length < SIZE);
        }
    }

    /**
     * Bytes that tell the encoding: the head, or where the first character beyond ASCII stands in a longer file: no
     * character is cut off at the start of either.
     */
    static byte[] telling(FileSource source, Sample head) throws IOException {
        if (head.complete || !isAscii(head.bytes)) {
            return head.bytes;
        }
        try (InputStream in = source.open()) {
            for (int searched = 0; searched < ASCII_SEARCH; searched += SIZE) {
                byte[] part = in.readNBytes(SIZE);
                if (!isAscii(part)) {
                    return part;
                }
                if (part.length < SIZE) {
                    break;
                }
            }
        }
        return head.bytes;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
