package io.guanxi.identity;

import java.util.List;
import java.util.Set;

/** What everybody may fetch without logging in: health, documents about the interface, the way to become a
 * customer, and the look of the pages. */
final class PublicPaths {

    private static final Set<String> PATHS = Set.of(
            "/",
            "/metrics",
            "/api/openapi.json",
            "/api/openapi.yaml",
            "/api/docs",
            "/favicon.ico",
            "/robots.txt",
            "/manifest.webmanifest",
            "/setup",
            "/signup",
            SignInServlet.PATH,
            SignInAgainServlet.PATH,
            CompanySignInServlet.PATH,
            LogIn.FAILED);

    private static final List<String> FOLDERS = List.of(
            "/health/",
            "/metrics/",
            "/management/",
            "/problems/",
            "/signup/",
            "/legal/",
            "/api/docs/",
            "/assets/",
            "/jakarta.faces.resource/");

    private PublicPaths() {}

    static boolean contains(String path) {
        return PATHS.contains(path)
                || path.equals("/health")
                || FOLDERS.stream().anyMatch(path::startsWith);
    }
}
