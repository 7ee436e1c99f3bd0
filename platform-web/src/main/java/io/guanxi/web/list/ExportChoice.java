package io.guanxi.web.list;

import io.guanxi.kernel.export.ExportFormat;
import io.guanxi.kernel.export.ExportRequest;
import io.guanxi.kernel.export.ExportService;
import io.guanxi.web.shell.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** How the records of a list are to leave as a file; a job makes it. */
@Named("exportChoice")
@RequestScoped
public class ExportChoice {

    private static final String SHOWN = "shown";

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private ExportService exports;

    private ExportFormat format = ExportFormat.CSV;
    private String columns = "all";

    /** Hands the work to a job and shows how it gets on. */
    public void start() {
        List<String> fields = SHOWN.equals(columns)
                ? list.getColumns().stream().map(ListColumn::name).toList()
                : List.of();
        String job = exports.submit(new ExportRequest(here.object().name(), list.selection(), fields, format))
                .id();
        Faces.redirect(here.href("jobs/" + job));
    }

    public ExportFormat getFormat() {
        return format;
    }

    public void setFormat(ExportFormat format) {
        this.format = format;
    }

    /** Whether all columns are wanted or those shown: {@code all} or {@code shown}. */
    public String getColumns() {
        return columns;
    }

    public void setColumns(String columns) {
        this.columns = columns;
    }
}
