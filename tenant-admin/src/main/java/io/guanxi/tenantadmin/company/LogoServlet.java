package io.guanxi.tenantadmin.company;

import io.guanxi.kernel.company.CompanySettings;
import io.guanxi.kernel.company.Logo;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The picture of the caller's company. Its address carries the digest of what is in it, so that browsers keep it; opened
 * by itself it can do nothing.
 */
@WebServlet(name = "logo", urlPatterns = "/app/logo")
public class LogoServlet extends HttpServlet {

    @Inject
    private transient CompanySettings company;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Logo> logo = company.logo();
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(logo.get().mediaType());
        response.setContentLength(logo.get().content().length);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.getOutputStream().write(logo.get().content());
    }
}
