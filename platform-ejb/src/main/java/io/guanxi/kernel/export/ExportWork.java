package io.guanxi.kernel.export;

import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tabular.CsvExport;
import io.guanxi.kernel.tabular.PlainRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The records of one export, page by page along the list's order, each chunk a piece of the file. */
final class ExportWork implements JobWork {

    /** Rows of one piece, which stay well under the size of a packet. */
    private static final int CHUNK = 1_000;

    private final ExportRequest request;
    private final RecordCells cells;
    private final RecordService records;
    private final StoredFiles files;
    private final RecordQuery query;
    private Mark mark;
    private Mark reached;
    private byte[] piece;
    private int rows;

    /** How far the export is: the file, its pieces and bytes, and where the next page begins; null at the end. */
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

    ExportWork(
            Job job,
            ExportRequest request,
            RecordCells cells,
            List<FieldDescriptor> fields,
            RecordService records,
            StoredFiles files) {
        this.request = request;
        this.cells = cells;
        this.records = records;
        this.files = files;
        this.query = request.selection()
                .query()
                .limit(RecordQuery.MAX_LIMIT)
                .fields(fields.stream().map(FieldDescriptor::name).collect(Collectors.toSet()))
                .withLabels();
        this.mark = Mark.read(job.bookmark());
        this.reached = mark;
    }

    @Override
    public long count(Runnable alive) {
        return records.count(request.object(), query);
    }

    @Override
    public boolean next() {
        mark = reached;
        if (mark.cursor() == null) {
            return false;
        }
        List<List<String>> read = new ArrayList<>();
        if (mark.pieces() == 0) {
            read.add(cells.headings());
        }
        String cursor = mark.cursor();
        rows = 0;
        while (rows < CHUNK && cursor != null) {
            RecordPage page = records.list(request.object(), cursor.isEmpty() ? query : query.after(cursor));
            page.items().forEach(record -> read.add(cells.of(record)));
            rows += page.items().size();
            cursor = page.next().orElse(null);
        }
        piece = bytes(read);
        reached = new Mark(mark.file(), mark.pieces(), mark.size() + piece.length, cursor);
        return true;
    }

    /** A CSV as it is handed out; the rows of a workbook as they are. */
    private byte[] bytes(List<List<String>> read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (request.format() == ExportFormat.XLSX) {
                PlainRows.write(read, out);
            } else {
                try (CsvExport csv = new CsvExport(out, ',', mark.pieces() == 0)) {
                    read.forEach(csv::write);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public Tally run() {
        long file = mark.pieces() == 0 ? files.begin(request.object()) : mark.file();
        int pieces = files.append(file, mark.pieces(), piece);
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
