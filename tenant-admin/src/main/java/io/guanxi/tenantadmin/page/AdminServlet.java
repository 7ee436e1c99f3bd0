package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.AccessDenied;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of a page that a company's admins alone may open. */
public abstract class AdminServlet extends HttpServlet {

    private final String view;
    private final Feature feature;

    @Inject
    private transient AccessPolicy policy;

    /**
     * @param view    path of the page that is shown
     * @param feature what its visitors must be allowed
     */
    protected AdminServlet(String view, Feature feature) {
        this.view = view;
        this.feature = feature;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (policy.allows(feature)) {
            request.getRequestDispatcher(view).forward(request, response);
        } else {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new AccessDenied(feature.grant()));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
