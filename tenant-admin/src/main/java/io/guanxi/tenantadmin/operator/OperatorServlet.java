package io.guanxi.tenantadmin.operator;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The addresses of the operators' pages; the log-in lets nobody else come here. */
@WebServlet(
        name = "operator",
        urlPatterns = {"/operator", "/operator/tenants"})
public class OperatorServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().equals("/operator")) {
            response.sendRedirect(request.getContextPath() + "/operator/tenants");
        } else {
            request.getRequestDispatcher("/pages/operator/tenants.xhtml").forward(request, response);
        }
    }
}
