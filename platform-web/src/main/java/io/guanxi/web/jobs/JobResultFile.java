package io.guanxi.web.jobs;

import io.guanxi.kernel.export.ExportService;
import io.guanxi.web.shell.Here;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The file that an export has made. */
@WebServlet(name = "JOB_RESULT")
public class JobResultFile extends HttpServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient ExportService exports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExportService.ExportFile file = exports.require(here.getId());
        response.setContentType(file.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        exports.write(file, response.getOutputStream());
    }
}
