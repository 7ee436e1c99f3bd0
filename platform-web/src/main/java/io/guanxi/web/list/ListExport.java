package io.guanxi.web.list;

import io.guanxi.kernel.export.RecordCells;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tabular.CsvExport;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The records of a list as a CSV file that spreadsheets open: all fields, a page of rows in memory at a time.
 *
 * <p>Amounts and dates stand in their external form, so that the file can be imported again.
 */
@WebServlet(name = "EXPORT")
public class ListExport extends HttpServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient RecordList list;

    @Inject
    private transient RecordService records;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectDescriptor object = here.object();
        RecordCells cells = new RecordCells(object, RecordCells.all(object), texts.locale());
        RecordQuery query = list.query().limit(RecordQuery.MAX_LIMIT).withLabels();
        RecordPage page = records.list(object.name(), query);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + object.path() + ".csv\"");
        try (CsvExport csv = new CsvExport(response.getOutputStream(), ',', true)) {
            csv.write(cells.headings());
            while (true) {
                page.items().forEach(record -> csv.write(cells.of(record)));
                if (page.next().isEmpty()) {
                    break;
                }
                page = records.list(object.name(), query.after(page.next().get()));
            }
        }
    }
}
