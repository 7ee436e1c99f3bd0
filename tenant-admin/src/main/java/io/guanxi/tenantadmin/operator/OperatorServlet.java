package io.guanxi.tenantadmin.operator;

import io.guanxi.tenantadmin.page.Views;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The addresses of the operators' pages; the log-in lets nobody else come here. */
@WebServlet(
        name = "operator",
        urlPatterns = {
            "/operator",
            TenantsPage.ADDRESS,
            TenantPage.ADDRESS,
            AnnouncementsPage.ADDRESS,
            ErasedPage.ADDRESS
        })
public class OperatorServlet extends HttpServlet {

    /** Request attribute with the mail address of the operator, set by the log-in. */
    public static final String OPERATOR = "guanxi.operator";

    private static final Map<String, String> VIEWS = Map.of(
            TenantsPage.ADDRESS, "/pages/operator/tenants.xhtml",
            TenantPage.ADDRESS, "/pages/operator/tenant.xhtml",
            AnnouncementsPage.ADDRESS, "/pages/operator/announcements.xhtml",
            ErasedPage.ADDRESS, "/pages/operator/erased.xhtml");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        String view = VIEWS.get(request.getServletPath());
        if (view == null) {
            response.sendRedirect(request.getContextPath() + TenantsPage.ADDRESS);
        } else {
            Views.show(view, request, response);
        }
    }
}
