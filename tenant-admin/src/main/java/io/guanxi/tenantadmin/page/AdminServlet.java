package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.module.Modules;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The address of a page that a company's admins alone may open. */
public abstract class AdminServlet extends HttpServlet {

    /**
     * Request attribute with a failure that has a status of its own. Not the container's attribute for exceptions: with
     * that one set, it answers 500.
     */
    public static final String FAILURE = "guanxi.failure";

    private static final String PAGES = "/app/";

    private final String view;
    private final Feature feature;

    @Inject
    private transient AccessPolicy policy;

    @Inject
    private transient Modules modules;

    @Inject
    private transient Entitlements entitlements;

    @Inject
    private transient AuditTrail trail;

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
            Optional<String> module = modules.ofPage(request.getServletPath().substring(PAGES.length()));
            if (module.isPresent() && !entitlements.hasModule(module.get())) {
                refuse(request, response, entitlements.refusal(module.get()));
                return;
            }
            Views.show(view, request, response);
        } else {
            trail.done(AuditArea.ACCESS, AuditAction.REFUSED, request.getServletPath(), request.getMethod(), Map.of());
            refuse(request, response, AccessDenied.ofFeature(feature.word()));
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, DomainException reason)
            throws IOException {
        request.setAttribute(FAILURE, reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
