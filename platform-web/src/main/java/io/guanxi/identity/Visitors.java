package io.guanxi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Sends people who are not in yet where they have to go first, and remembers where they wanted to go.
 *
 * <p>Every address is the public one with a path behind it, so that no path, however written, leads off the product.
 */
@ApplicationScoped
public class Visitors {

    static final String HOME = "/app";
    /** The page that says that Keycloak cannot be reached. */
    static final String AWAY = "/identity/signin-away.xhtml";

    private static final String AGAIN_SECONDS = "15";

    private IdentitySettings settings;
    private LogIn logIn;
    private Reachability keycloak;

    protected Visitors() {}

    @Inject
    public Visitors(IdentitySettings settings, LogIn logIn, Reachability keycloak) {
        this.settings = settings;
        this.logIn = logIn;
        this.keycloak = keycloak;
    }

    /** To Keycloak for a page; a background request is told to load its page again, anything else that it may not. */
    void askToLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        String target = wantedPage(request);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .print("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"j_id1\"><redirect url=\""
                            + escape(settings.publicUrl() + target) + "\"/></partial-response>");
        } else if (isNavigation(request)) {
            toKeycloak(request, response, target, Optional.empty(), Optional.empty());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** To Keycloak and then home, whoever was logged in here before. */
    void logIn(HttpServletRequest request, HttpServletResponse response, Optional<String> email)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        toKeycloak(request, response, HOME, email, Optional.empty());
    }

    /** Through Keycloak to the company's own identity provider, and then where the person wanted to go. */
    void logIn(HttpServletRequest request, HttpServletResponse response, String email, String provider)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        String target = PendingLogIns.latestTarget(request).orElse(HOME);
        toKeycloak(request, response, target, Optional.of(email), Optional.of(provider));
    }

    /** Keycloak does not answer: says so, at the address that was asked for. */
    void tellThatItIsAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // The address stays as it is: asked for again, it leads on once Keycloak is back.
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", AGAIN_SECONDS);
        request.getRequestDispatcher(AWAY).forward(request, response);
    }

    private void toKeycloak(
            HttpServletRequest request,
            HttpServletResponse response,
            String target,
            Optional<String> email,
            Optional<String> provider)
            throws IOException, ServletException {
        if (keycloak.answers()) {
            seeOther(response, logIn.begin(request, target, email, provider));
        } else {
            tellThatItIsAway(request, response);
        }
    }

    /** To the page where one of several tenants is chosen. */
    void askForTenant(HttpServletRequest request, HttpServletResponse response) {
        send(response, TenantServlet.PATH + "?next=" + URLEncoder.encode(wantedPage(request), UTF_8));
    }

    /** Goes to a path of the product; what is no path goes home. */
    void send(HttpServletResponse response, String path) {
        boolean isPath = path != null && path.startsWith("/") && path.chars().noneMatch(c -> c < ' ' || c == '\\');
        response.setHeader("Cache-Control", "no-store");
        seeOther(response, settings.publicUrl() + (isPath ? path : HOME));
    }

    /** Whether a form or link of another site caused this request; browsers say so themselves. */
    boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null && !site.equals("same-origin") && !site.equals("none")
                || origin != null && !origin.equals(settings.origin());
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null ? request.getHeader("X-Requested-With") == null : mode.equals("navigate");
    }

    /** The page of this request; for a form or background request the page it was sent from. */
    private String wantedPage(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && isNavigation(request) && request.getHeader("Faces-Request") == null) {
            String query = request.getQueryString();
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        String referer = request.getHeader("Referer");
        return referer != null && referer.startsWith(settings.publicUrl() + "/")
                ? referer.substring(settings.publicUrl().length())
                : HOME;
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
