package io.guanxi.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Which requests of pages are answered while the company is read-only: all that ask, and of those that tell a few. */
final class ReadOnlyPages {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Lists and what they offer, jobs, the audit, the export of everything and the closing: they export, or their services decide. */
    private static final Pattern ANYWAY =
            Pattern.compile("/app/[^/]+|/app/[^/]+/tools|/app/jobs/[^/]+|/app/admin/(audit|closing|export)");

    private ReadOnlyPages() {}

    /** @param path the path as the container understood it */
    static boolean answers(HttpServletRequest request, String path) {
        return READING.contains(request.getMethod())
                || !path.startsWith("/app/")
                || ANYWAY.matcher(path).matches();
    }
}
