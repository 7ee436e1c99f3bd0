package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.error.Causes;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Going on inside to the view that answers an address. */
public final class Views {

    private Views() {}

    /** Shows a view; a form of a session that is over, or of somebody else's, is answered as a conflict and not as a fault. */
    public static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.getRequestDispatcher(view).forward(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isExpired(failure) || response.isCommitted()) {
                throw failure;
            }
            request.setAttribute(AdminServlet.FAILURE, failure);
            response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }

    private static boolean isExpired(Throwable failure) {
        return Causes.of(failure).anyMatch(ViewExpiredException.class::isInstance);
    }
}
