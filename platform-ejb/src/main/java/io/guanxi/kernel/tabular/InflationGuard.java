package io.guanxi.kernel.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a part of a zip file really inflates to, whatever its table of contents says, and stops a bomb. */
final class InflationGuard extends FilterInputStream {

    /** Small parts may be as repetitive as they like, in bytes. */
    private static final long SMALL = 16 << 20;

    private final long most;
    private final AtomicLong budget;
    private long inflated;

    /**
     * @param compressed size of the part in the file, in bytes
     * @param budget     bytes that all readings of a kind may still inflate to together
     */
    InflationGuard(InputStream in, long compressed, int inflation, AtomicLong budget) {
        super(in);
        this.most = Math.max(SMALL, compressed * inflation);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) {
        inflated += n;
        if (inflated > most || budget.addAndGet(-n) < 0) {
            throw new UnreadableFile("file.inflatesTooMuch");
        }
    }
}
