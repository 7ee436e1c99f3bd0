package io.guanxi.web.jobs;

import io.guanxi.kernel.job.JobService;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The rows that a job could not take, with the reasons, as a CSV file. */
@WebServlet(name = "JOB_ERRORS")
public class JobErrorFile extends HttpServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient JobService jobs;

    @Inject
    private transient RowErrors errors;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        jobs.require(here.getId());
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"errors-" + here.getId() + ".csv\"");
        errors.export(here.getId(), response.getOutputStream(), texts.locale());
    }
}
