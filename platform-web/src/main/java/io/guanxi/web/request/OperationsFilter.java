package io.guanxi.web.request;

import io.guanxi.tenantadmin.management.ManagementGate;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells outsiders of the product's health the status alone, and nothing of its metrics; this machine is told all. */
public class OperationsFilter extends HttpFilter {

    @Inject
    private transient ManagementGate gate;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (isUnder("/metrics", path) && !gate.isFromHere(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (isUnder("/health", path) && !gate.isFromHere(request)) {
            StatusOnly status = new StatusOnly(response);
            chain.doFilter(request, status);
            tell(status.getStatus(), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUnder(String folder, String path) {
        return path.startsWith(folder)
                && (path.length() == folder.length() || "/;".indexOf(path.charAt(folder.length())) >= 0);
    }

    private static void tell(int status, HttpServletResponse response) throws IOException {
        String word = status == HttpServletResponse.SC_OK ? "UP" : "DOWN";
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(("{\"status\":\"" + word + "\"}").getBytes(StandardCharsets.US_ASCII));
    }
}
