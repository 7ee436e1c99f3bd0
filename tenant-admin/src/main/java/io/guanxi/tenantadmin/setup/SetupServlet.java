package io.guanxi.tenantadmin.setup;

import io.guanxi.tenantadmin.page.Views;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of the set-up page, which is there as long as its link is good, and otherwise not at all. */
@WebServlet(name = "setup", urlPatterns = SetupServlet.PATH)
public class SetupServlet extends HttpServlet {

    static final String PATH = "/setup";

    @Inject
    private transient FirstOperator operator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        if (operator.isOpen(request.getParameter("token"))) {
            Views.show("/pages/setup/setup.xhtml", request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
