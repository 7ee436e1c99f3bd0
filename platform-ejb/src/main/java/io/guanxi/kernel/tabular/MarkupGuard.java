package io.guanxi.kernel.tabular;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Bounds what an XML parser has to hold at a time: the characters from one piece of markup to the next.
 *
 * <p>Tags, attributes and texts end where the next {@code <} stands; comments and CDATA sections may hold any number of
 * them, so these count until their own end.
 */
final class MarkupGuard extends FilterReader {

    private static final char NONE = 0;

    private final int longest;
    private int length;
    private char section = NONE;
    private char last;
    private char beforeLast;

    MarkupGuard(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            see((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int n = super.read(buffer, offset, count);
        for (int i = offset; i < offset + n; i++) {
            see(buffer[i]);
        }
        return n;
    }

    private void see(char c) {
        if (++length > longest) {
            throw new UnreadableFile("file.markupTooLong");
        }
        if (section != NONE) {
            if (c == '>' && last == section && beforeLast == section) {
                section = NONE;
            }
        } else if (c == '<') {
            length = 0;
        } else if (last == '!' && beforeLast == '<') {
            section = c == '[' ? ']' : c == '-' ? '-' : NONE;
        }
        beforeLast = last;
        last = c;
    }
}
