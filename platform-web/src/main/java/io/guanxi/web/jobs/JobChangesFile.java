package io.guanxi.web.jobs;

import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.undo.UndoService;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a job has done to which records, as a CSV file. */
@WebServlet(name = "JOB_CHANGES")
public class JobChangesFile extends HttpServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient JobService jobs;

    @Inject
    private transient UndoService undo;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        jobs.require(here.getId());
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"changes-" + here.getId() + ".csv\"");
        undo.exportChanges(here.getId(), response.getOutputStream(), texts.locale());
    }
}
