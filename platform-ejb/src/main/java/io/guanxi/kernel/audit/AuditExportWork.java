package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.tabular.CsvExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of one export, page by page into the past, each page a piece of the file. */
final class AuditExportWork implements JobWork {

    private static final List<String> COLUMNS = List.of(
            "at", "by", "acting", "channel", "address", "agent", "what", "action", "title", "id", "changes", "trace");

    private final AuditFilter filter;
    private final AuditSearch search;
    private final AuditWords words;
    private final StoredFiles files;
    private final Locale locale = CallContext.require().locale();
    private Mark mark;
    private Mark reached;
    private byte[] piece;
    private int rows;

    /** How far it is: the file, its pieces and bytes, and where the next page begins; null at the end. */
    private record Mark(long file, int pieces, long size, String cursor) {

        static Mark read(String json) {
            if (json == null) {
                return new Mark(0, 0, 0, "");
            }
            Map<String, Object> tree = JsonTree.readObject(json);
            return new Mark(
                    (Long) tree.get("file"), ((Long) tree.get("pieces")).intValue(), (Long) tree.get("size"), (String)
                            tree.get("cursor"));
        }

        String write() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", file);
            tree.put("pieces", pieces);
            tree.put("size", size);
            tree.put("cursor", cursor);
            return JsonTree.write(tree);
        }
    }

    AuditExportWork(AuditFilter filter, AuditSearch search, AuditWords words, StoredFiles files, String bookmark) {
        this.filter = filter;
        this.search = search;
        this.words = words;
        this.files = files;
        this.mark = Mark.read(bookmark);
        this.reached = mark;
    }

    /** Counting them takes as long as writing them: pages are all that is known. */
    @Override
    public long count(Runnable alive) {
        return 0;
    }

    @Override
    public boolean next() {
        mark = reached;
        if (mark.cursor() == null) {
            return false;
        }
        AuditSearch.Page page = search.list(filter, mark.cursor(), AuditSearch.MOST);
        List<List<String>> read = new ArrayList<>();
        if (mark.pieces() == 0) {
            read.add(COLUMNS.stream()
                    .map(column -> AuditWords.text("column." + column, locale))
                    .toList());
        }
        page.lines().forEach(line -> read.add(cells(line)));
        rows = page.lines().size();
        piece = bytes(read);
        reached = new Mark(
                mark.file(),
                mark.pieces(),
                mark.size() + piece.length,
                page.next().orElse(null));
        return true;
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

    private byte[] bytes(List<List<String>> read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvExport csv = new CsvExport(out, ',', mark.pieces() == 0)) {
            read.forEach(csv::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public Tally run() {
        long file = mark.pieces() == 0 ? files.begin("audit") : mark.file();
        int pieces = piece.length == 0 ? mark.pieces() : files.append(file, mark.pieces(), piece);
        if (reached.cursor() == null) {
            files.complete(file, reached.size());
        }
        reached = new Mark(file, pieces, reached.size(), reached.cursor());
        return Tally.ofSeen(rows);
    }

    @Override
    public void note(Job job) {
        job.bookmark(reached.write());
        job.offer(reached.file());
    }

    @Override
    public void close() {
        piece = null;
    }
}
