package io.guanxi.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that keep browsers from framing, sniffing and leaking.
 *
 * <p>Scripts are governed by a second {@code Content-Security-Policy} that PrimeFaces adds with the nonce of the
 * request; a browser obeys both. Inline styles stay allowed: components set sizes with them.
 */
@WebFilter("/*")
public class PageHeaders extends HttpFilter {

    private static final String POLICY = "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; style-src 'self' 'unsafe-inline'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        restart(response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // The server compresses for those who can read it, and does not say so to caches.
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        chain.doFilter(request, response);
    }

    /** Takes back every policy that was added to a response since. */
    static void restart(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
    }
}
