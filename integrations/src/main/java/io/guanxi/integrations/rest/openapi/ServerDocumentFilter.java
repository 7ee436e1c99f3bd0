package io.guanxi.integrations.rest.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends those who look where the server would put a document of its own (OpenAPI 3.0, without a single object) to ours.
 */
@WebFilter(urlPatterns = {"/openapi", "/openapi/*"})
public class ServerDocumentFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", "/api/openapi.yaml");
    }
}
