package io.guanxi.kernel.export;

import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.job.FileWork;
import io.guanxi.kernel.job.Job;
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
import java.util.List;
import java.util.stream.Collectors;

/** The records of one export, page by page along the list's order, each chunk a piece of the file. */
final class ExportWork extends FileWork {

    /** Rows of one piece, which stay well under the size of a packet. */
    private static final int CHUNK = 1_000;

    private final ExportRequest request;
    private final RecordCells cells;
    private final RecordService records;
    private final RecordQuery query;

    ExportWork(
            Job job,
            ExportRequest request,
            RecordCells cells,
            List<FieldDescriptor> fields,
            RecordService records,
            StoredFiles files) {
        super(request.object(), files, job.bookmark());
        this.request = request;
        this.cells = cells;
        this.records = records;
        this.query = request.selection()
                .query()
                .limit(RecordQuery.MAX_LIMIT)
                .fields(fields.stream().map(FieldDescriptor::name).collect(Collectors.toSet()))
                .withLabels();
    }

    @Override
    public long count(Runnable alive) {
        return records.count(request.object(), query);
    }

    @Override
    protected Piece read(String cursor, boolean isFirst) {
        List<List<String>> read = new ArrayList<>();
        if (isFirst) {
            read.add(cells.headings());
        }
        String next = cursor;
        int rows = 0;
        while (rows < CHUNK && next != null) {
            RecordPage page = records.list(request.object(), next.isEmpty() ? query : query.after(next));
            page.items().forEach(record -> read.add(cells.of(record)));
            rows += page.items().size();
            next = page.next().orElse(null);
        }
        return new Piece(bytes(read, isFirst), rows, next);
    }

    /** A CSV as it is handed out; the rows of a workbook as they are. */
    private byte[] bytes(List<List<String>> read, boolean isFirst) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (request.format() == ExportFormat.XLSX) {
                PlainRows.write(read, out);
            } else {
                try (CsvExport csv = new CsvExport(out, ',', isFirst)) {
                    read.forEach(csv::write);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
