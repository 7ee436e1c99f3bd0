package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.FileWork;
import io.guanxi.kernel.tabular.CsvExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of one export, page by page into the past, each page a piece of the file. */
final class AuditExportWork extends FileWork {

    private static final List<String> COLUMNS = List.of(
            "at", "by", "acting", "channel", "address", "agent", "what", "action", "title", "id", "changes", "trace");

    private final AuditFilter filter;
    private final AuditSearch search;
    private final AuditWords words;
    private final Locale locale = CallContext.require().locale();

    AuditExportWork(AuditFilter filter, AuditSearch search, AuditWords words, StoredFiles files, String bookmark) {
        super("audit", files, bookmark);
        this.filter = filter;
        this.search = search;
        this.words = words;
    }

    /** Counting them takes as long as writing them: pages are all that is known. */
    @Override
    public long count(Runnable alive) {
        return 0;
    }

    @Override
    protected Piece read(String cursor, boolean isFirst) {
        AuditSearch.Page page = search.list(filter, cursor, AuditSearch.MOST);
        List<List<String>> read = new ArrayList<>();
        if (isFirst) {
            read.add(COLUMNS.stream()
                    .map(column -> AuditWords.text("column." + column, locale))
                    .toList());
        }
        page.lines().forEach(line -> read.add(cells(line)));
        return new Piece(bytes(read, isFirst), page.lines().size(), page.next().orElse(null));
    }

    private List<String> cells(AuditLine line) {
        return Stream.of(
                        line.at().toString(),
                        words.by(line, locale),
                        line.acting(),
                        words.channel(line, locale),
                        line.address(),
                        line.agent(),
                        words.what(line, locale),
                        words.action(line, locale),
                        line.title(),
                        line.subject(),
                        line.changes().stream()
                                .map(change -> words.member(line, change, locale) + ": "
                                        + words.before(line, change, locale) + " → "
                                        + words.after(line, change, locale))
                                .collect(Collectors.joining("\n")),
                        line.trace())
                .map(text -> text == null ? "" : text)
                .toList();
    }

    private static byte[] bytes(List<List<String>> read, boolean isFirst) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvExport csv = new CsvExport(out, ',', isFirst)) {
            read.forEach(csv::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
