package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.error.AccessDenied;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of the page of a tenant's own fields. */
@WebServlet(name = "fields", urlPatterns = FieldsPage.ADDRESS)
public class FieldsServlet extends HttpServlet {

    @Inject
    private transient AccessPolicy policy;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (policy.isAdmin()) {
            request.getRequestDispatcher("/pages/admin/fields.xhtml").forward(request, response);
        } else {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new AccessDenied("tenant:admin"));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
