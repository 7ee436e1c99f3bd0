package io.guanxi.infra.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The product's look of Keycloak's pages, carried as resources. */
final class Theme {

    private static final String RESOURCES = "/keycloak/themes";

    private Theme() {}

    /** Copies the themes, replacing what was there. */
    static void copyTo(Path folder) throws IOException {
        Programs.delete(folder);
        Files.createDirectories(folder);
        URL source = Theme.class.getResource(RESOURCES);
        if (source == null) {
            return;
        }
        try {
            URI uri = source.toURI();
            if (!"jar".equals(uri.getScheme())) {
                copy(Path.of(uri), folder);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                copy(jar.getPath(RESOURCES), folder);
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            tree.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
