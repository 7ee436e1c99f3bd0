package io.guanxi.kernel.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder; for several nodes one that they share. */
final class DiskStore implements FileStore {

    private final Path root;

    DiskStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void write(String key, Path content) throws IOException {
        Path target = path(key);
        Files.createDirectories(target.getParent());
        Path arriving = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(content, arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public InputStream read(String key) throws IOException {
        try {
            return Files.newInputStream(path(key));
        } catch (NoSuchFileException e) {
            throw (IOException) new FileNotFoundException(key).initCause(e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public Held held(String folder) throws IOException {
        Path top = path(folder);
        if (!Files.exists(top)) {
            return Held.NOTHING;
        }
        long files = 0;
        long bytes = 0;
        try (Stream<Path> all = Files.walk(top)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files++;
                bytes += Files.size(file);
            }
        }
        return new Held(files, bytes);
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        Path top = path(folder);
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path one : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(one);
            }
        }
    }

    /** A key that leads out of the folder is nobody's. */
    private Path path(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("no key: " + key);
        }
        return path;
    }
}
