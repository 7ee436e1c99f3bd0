package io.guanxi.kernel.job;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.tabular.CsvExport;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was wrong with the rows of a job, and the file that tells it. */
@Stateless
@TenantBound
public class RowErrors {

    private static final int PAGE = 1_000;

    private static final int LONGEST_ARGS = 1_000;

    @Inject
    private SqlGateway sql;

    @Inject
    private JobService jobs;

    /** An error keeps its row out; a warning tells what of it was left out. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /**
     * One thing wrong with one row.
     *
     * @param line    where a person finds the row in the file, from 1; of a job without file, its place among the units
     * @param ordinal counts the errors of a row
     * @param column  heading of the column; null for the row as a whole
     * @param cells   the row as it stood in the file
     */
    public record Entry(
            long line,
            int ordinal,
            Severity severity,
            String column,
            String code,
            List<Object> args,
            List<String> cells) {}

    /** In the transaction of the chunk that found them. */
    public void write(long job, List<Entry> entries) {
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String args = JsonTree.write(entry.args());
            rows.add(new Object[] {
                job,
                entry.line(),
                entry.ordinal(),
                entry.severity().name(),
                shortened(entry.column()),
                entry.code(),
                args.length() > LONGEST_ARGS ? "[]" : args,
                entry.ordinal() == 0 ? JsonTree.write(entry.cells()) : null
            });
        }
        sql.batch(
                "INSERT INTO job_row_error (tenant_id, job_id, line, ordinal, severity, column_name, code, args, cells)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static String shortened(String column) {
        return column == null || column.length() <= 200 ? column : column.substring(0, 200);
    }

    /**
     * The first entries of a job, in the order of the file.
     *
     * @throws RecordNotFound when the caller has no such job
     */
    public List<Entry> first(String job, int limit) {
        jobs.require(job);
        return page(RecordId.parse(job).orElseThrow(), 0, -1, limit);
    }

    /**
     * Writes the job's errors as CSV: line, kind, column, reason, and the row as it was.
     *
     * @param locale language of headings and reasons
     * @throws RecordNotFound when the caller has no such job
     */
    public void export(String job, OutputStream out, Locale locale) throws IOException {
        jobs.require(job);
        long id = RecordId.parse(job).orElseThrow();
        try (CsvExport csv = new CsvExport(out, ',', true)) {
            csv.write(List.of(
                    Labels.error("errors.line", locale),
                    Labels.error("errors.kind", locale),
                    Labels.error("errors.column", locale),
                    Labels.error("errors.reason", locale),
                    Labels.error("errors.row", locale)));
            List<Entry> page = page(id, 0, -1, PAGE);
            while (!page.isEmpty()) {
                page.forEach(entry -> csv.write(line(entry, locale)));
                Entry last = page.get(page.size() - 1);
                page = page(id, last.line(), last.ordinal(), PAGE);
            }
        }
    }

    private static List<String> line(Entry entry, Locale locale) {
        List<String> values = new ArrayList<>();
        values.add(String.valueOf(entry.line()));
        values.add(Labels.error("errors." + entry.severity().name().toLowerCase(Locale.ROOT), locale));
        values.add(entry.column() == null ? "" : entry.column());
        values.add(Labels.error(entry.code(), locale, entry.args().toArray()));
        values.addAll(entry.cells());
        return values;
    }

    private List<Entry> page(long job, long line, int ordinal, int limit) {
        return sql.query(
                "SELECT line, ordinal, severity, column_name, code, args, cells FROM job_row_error WHERE tenant_id = ?"
                        + " AND job_id = ? AND (line > ? OR (line = ? AND ordinal > ?)) ORDER BY line, ordinal LIMIT ?",
                row -> new Entry(
                        row.getLong(1),
                        row.getInt(2),
                        Severity.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        JsonTree.readArray(row.getString(6)),
                        cells(row.getString(7))),
                job,
                line,
                line,
                ordinal,
                limit);
    }

    private static List<String> cells(String json) {
        return json == null
                ? List.of()
                : JsonTree.readArray(json).stream().map(String::valueOf).toList();
    }
}
