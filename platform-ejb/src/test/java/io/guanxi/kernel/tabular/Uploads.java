package io.guanxi.kernel.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Uploaded files for tests. */
final class Uploads {

    private Uploads() {}

    static FileSource of(byte[] bytes) {
        return streaming(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    static FileSource of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static FileSource of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    static FileSource of(Path path) {
        try {
            return of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileSource resource(String name) {
        try (InputStream in = Uploads.class.getResourceAsStream(name)) {
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileSource streaming(Supplier<InputStream> streams, long size) {
        return new FileSource() {
            @Override
            public InputStream open() {
                return streams.get();
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    static TabularFile open(FileSource source) {
        return open(source, FileHints.none());
    }

    static TabularFile open(FileSource source, FileHints hints) {
        return TabularFile.open(source, hints, FileLimits.STANDARD, spool());
    }

    static Path spool() {
        return Path.of("target", "spool");
    }

    static List<Row> rows(TabularFile file) {
        try (RowCursor rows = file.rows()) {
            return rows.stream().toList();
        }
    }

    static List<List<String>> values(FileSource source) {
        try (TabularFile file = open(source)) {
            return rows(file).stream().map(Row::values).toList();
        }
    }

    static List<String> names(TabularFile file) {
        return file.columns().stream().map(Column::name).toList();
    }
}
