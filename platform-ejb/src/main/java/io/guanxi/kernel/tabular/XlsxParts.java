package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a workbook by name, within the limits of inflation. */
final class XlsxParts implements Closeable {

    private final ZipFile zip;
    private final FileLimits limits;

    private XlsxParts(ZipFile zip, FileLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static XlsxParts open(Path file, FileLimits limits) throws IOException {
        ZipDirectory.check(file);
        try {
            return new XlsxParts(new ZipFile(file.toFile(), StandardCharsets.UTF_8), limits);
        } catch (ZipException e) {
            UnreadableFile damaged = new UnreadableFile("file.damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * @param budget bytes that may still be inflated
     * @throws UnreadableFile when there is no such part, or its table of contents already admits that it is a bomb
     */
    XmlPart open(String name, AtomicLong budget) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFile("file.damaged");
        }
        long compressed = Math.max(entry.getCompressedSize(), 1);
        if (entry.getSize() > budget.get()) {
            throw new UnreadableFile("file.inflatesTooMuch");
        }
        try {
            var in = new InflationGuard(zip.getInputStream(entry), compressed, limits.inflation(), budget);
            return new XmlPart(in, limits.rowChars());
        } catch (ZipException e) {
            UnreadableFile damaged = new UnreadableFile("file.damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
