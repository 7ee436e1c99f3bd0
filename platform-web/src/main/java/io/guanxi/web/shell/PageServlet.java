package io.guanxi.web.shell;

import io.guanxi.kernel.database.Outage;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.Causes;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.record.RecordMerged;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends every address under {@code /app} to the page that answers it, and broken rules to the error page.
 *
 * <p>Uploads of up to 1 GB are taken here, on disk: the limits of the servlet that the address names count, not those
 * of the one it is forwarded to.
 */
@WebServlet(
        name = "pages",
        urlPatterns = {"/app", "/app/*"})
@MultipartConfig(
        fileSizeThreshold = 64 * 1024,
        maxFileSize = PageServlet.MAX_UPLOAD_BYTES,
        maxRequestSize = PageServlet.MAX_UPLOAD_BYTES + 1024 * 1024)
public class PageServlet extends HttpServlet {

    /** Largest file that may be uploaded: 1 GiB. */
    public static final long MAX_UPLOAD_BYTES = 1024L * 1024 * 1024;

    /**
     * Request attribute with a failure that has a status of its own. Not the container's attribute for exceptions: with
     * that one set, it answers 500.
     */
    public static final String FAILURE = AdminServlet.FAILURE;

    static final String ROUTE = Route.class.getName();

    /** Request attribute with the path and query in the browser's bar. */
    static final String ADDRESS = PageServlet.class.getName() + ".address";

    @Inject
    private transient Modules modules;

    @Inject
    private transient Entitlements entitlements;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Route> route = Route.of(request.getPathInfo(), request.getParameter("fragment") != null);
        if (route.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String query = request.getQueryString();
        request.setAttribute(ROUTE, route.get());
        request.setAttribute(ADDRESS, query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        response.setHeader("Cache-Control", "no-store");
        try {
            entitlements.require(modules.ofPage(page(request)));
            dispatcher(route.get(), request).forward(request, response);
        } catch (ServletException | RuntimeException e) {
            // The page that failed may have announced a nonce for its scripts; the error page has one of its own.
            PageHeaders.restart(response);
            Optional<String> survivor = survivor(e);
            if (survivor.isPresent() && !response.isCommitted()) {
                response.sendRedirect(
                        request.getContextPath() + "/app/" + route.get().object() + "/" + survivor.get());
                return;
            }
            int status = status(e);
            if (status == 0 || response.isCommitted()) {
                throw e;
            }
            request.setAttribute(FAILURE, e);
            response.sendError(status);
        }
    }

    /** What follows {@code /app/}. */
    private static String page(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private static RequestDispatcher dispatcher(Route route, HttpServletRequest request) {
        return route.page()
                .view()
                .map(request::getRequestDispatcher)
                .orElseGet(() -> request.getServletContext()
                        .getNamedDispatcher(route.page().name()));
    }

    /** Id of the record that stands for one that was merged. */
    private static Optional<String> survivor(Throwable failure) {
        return Causes.of(failure)
                .filter(RecordMerged.class::isInstance)
                .map(cause -> ((RecordMerged) cause).survivor())
                .findFirst();
    }

    /** HTTP status of a failure that is no fault of the program; 0 for others. */
    static int status(Throwable failure) {
        if (Outage.isCauseOf(failure)) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordNotFound) {
                return HttpServletResponse.SC_NOT_FOUND;
            } else if (cause instanceof AccessDenied
                    || cause instanceof ModuleNotEntitled
                    || cause instanceof TenantReadOnly) {
                return HttpServletResponse.SC_FORBIDDEN;
            } else if (cause instanceof InvalidQuery) {
                return HttpServletResponse.SC_BAD_REQUEST;
            } else if (cause instanceof DomainException || cause instanceof ViewExpiredException) {
                return HttpServletResponse.SC_CONFLICT;
            }
        }
        return 0;
    }
}
