package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary copy of a stored file, for formats that need random access; gone when closed. */
final class SpooledFile implements Closeable {

    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    /**
     * @throws UnreadableFile when the source holds more than it said and the limit allows
     */
    static SpooledFile copy(FileSource source, FileLimits limits, Path folder) throws IOException {
        Files.createDirectories(folder);
        SpooledFile copy = new SpooledFile(Files.createTempFile(folder, "table-", ".spool"));
        try (InputStream in = source.open();
                OutputStream out = Files.newOutputStream(copy.path)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > limits.bytes()) {
                    throw new UnreadableFile("file.tooLarge", limits.bytes());
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
        return copy;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
