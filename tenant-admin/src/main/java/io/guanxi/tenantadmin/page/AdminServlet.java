package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.AccessDenied;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The address of a page that a company's admins alone may open. */
public abstract class AdminServlet extends HttpServlet {

    /**
     * Request attribute with a failure that has a status of its own. Not the container's attribute for exceptions: with
     * that one set, it answers 500.
     */
    public static final String FAILURE = "guanxi.failure";

    private final String view;

    @Inject
    private transient AccessPolicy policy;

    @Inject
    private transient AuditTrail trail;

    /**
     * @param view path of the page that is shown
     */
    protected AdminServlet(String view) {
        this.view = view;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (policy.isAdmin()) {
            request.getRequestDispatcher(view).forward(request, response);
        } else {
            trail.done(AuditArea.ACCESS, AuditAction.REFUSED, request.getServletPath(), request.getMethod(), Map.of());
            request.setAttribute(FAILURE, new AccessDenied("tenant:admin"));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
