package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.FileHints;
import io.guanxi.kernel.tabular.FileLimits;
import io.guanxi.kernel.tabular.FileSource;
import io.guanxi.kernel.tabular.Row;
import io.guanxi.kernel.tabular.RowCursor;
import io.guanxi.kernel.tabular.TabularFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small CSV for tests, and its rows translated. */
public final class TextFile {

    private TextFile() {}

    public static TabularFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static TabularFile of(byte[] bytes) {
        FileSource source = new FileSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
        return TabularFile.open(
                source, FileHints.none().withHeader(true), FileLimits.STANDARD, Path.of("target", "spool"));
    }

    /** Translates all rows, each column into the target whose path is its heading. */
    static List<TranslatedRow> translated(String text, List<ImportTarget> targets, ImportOptions options) {
        try (TabularFile file = of(text)) {
            Map<String, String> paths = new LinkedHashMap<>();
            file.columns().forEach(column -> paths.put(column.name(), column.name()));
            return translated(
                    file, new RowTranslator(file, Mapping.byHeading(paths, file.columns()), targets, options));
        }
    }

    public static List<TranslatedRow> translated(TabularFile file, RowTranslator translator) {
        List<TranslatedRow> translated = new ArrayList<>();
        try (RowCursor rows = file.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                translated.add(translator.translate(row));
            }
        }
        return translated;
    }
}
