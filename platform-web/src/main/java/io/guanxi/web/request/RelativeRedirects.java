package io.guanxi.web.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Leaves redirects to a path of the product as they are. The server would complete them with the scheme and host it was
 * called by, which behind a proxy are not those of the browser.
 */
final class RelativeRedirects extends HttpServletResponseWrapper {

    RelativeRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (location.startsWith("/") && !location.startsWith("//")) {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            flushBuffer();
        } else {
            super.sendRedirect(location);
        }
    }
}
