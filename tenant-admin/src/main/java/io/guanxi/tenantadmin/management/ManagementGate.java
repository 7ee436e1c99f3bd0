package io.guanxi.tenantadmin.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may call the management end point: a process of this machine that knows the product's secret key. */
@ApplicationScoped
public class ManagementGate {

    private static final String BEARER = "Bearer ";

    /** A proxy on this machine passes on strangers, and says so with one of these. */
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private ManagementTokens tokens;

    protected ManagementGate() {}

    @Inject
    public ManagementGate(@ConfigProperty(name = "guanxi.secret.key") String secretKey) {
        tokens = new ManagementTokens(
                secretKey,
                Clock.systemUTC(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /**
     * Whether the request comes from this machine itself and through no proxy: one that keeps silent about itself still
     * passes on the public name of the product.
     */
    public boolean isFromHere(HttpServletRequest request) {
        try {
            return LOCAL_NAMES.contains(request.getServerName())
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    /** Whether the request may be answered; one that may not has been. */
    boolean admits(String method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!isFromHere(request)) {
            new ProblemAnswer(HttpServletResponse.SC_NOT_FOUND, "not-found").send(response);
        } else if (!request.getMethod().equals(method)) {
            response.setHeader("Allow", method);
            new ProblemAnswer(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method-not-allowed").send(response);
        } else if (!isAuthorised(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            new ProblemAnswer(HttpServletResponse.SC_UNAUTHORIZED, "unauthorized").send(response);
        } else {
            return true;
        }
        return false;
    }

    /** Whether the request carries a good token; the token is used up by the question. */
    public boolean isAuthorised(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) && tokens.admits(header.substring(BEARER.length()));
    }
}
