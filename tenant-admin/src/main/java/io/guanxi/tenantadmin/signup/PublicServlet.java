package io.guanxi.tenantadmin.signup;

import io.guanxi.tenantadmin.page.Views;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An address of the sign-up, open to everybody; not there at all where sign-up is switched off. */
abstract class PublicServlet extends HttpServlet {

    @Inject
    transient SignUpSettings settings;

    /** The page that answers. */
    protected abstract String view(HttpServletRequest request, HttpServletResponse response);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (settings.isOpen()) {
            Views.show(view(request, response), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
