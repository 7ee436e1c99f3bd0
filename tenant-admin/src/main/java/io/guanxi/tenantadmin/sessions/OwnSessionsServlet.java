package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.tenantadmin.page.AdminServlet;
import io.guanxi.tenantadmin.page.Views;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of the page on which everybody sees their own sessions; a supporter has none in the company. */
@WebServlet(name = "own-sessions", urlPatterns = OwnSessionsPage.ADDRESS)
public class OwnSessionsServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (SupportVisit.find().isPresent()) {
            request.setAttribute(AdminServlet.FAILURE, AccessDenied.ofSupport());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Views.show("/pages/sessions.xhtml", request, response);
        }
    }
}
