package io.guanxi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;

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

    /** Tells that this browser worked in a company that limits log-ins. */
    private static final String ANEW = "guanxi-anew";

    private static final String FACES = "Faces-Request";

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
        if ("partial/ajax".equals(request.getHeader(FACES))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .print("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"j_id1\"><redirect url=\""
                            + escape(settings.publicUrl() + target) + "\"/></partial-response>");
        } else if (isNavigation(request)) {
            toKeycloak(request, response, target, Map.of());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** To the page that tells why the session is over; what is no page goes the ways of {@link #askToLogIn}. */
    void explain(HttpServletRequest request, HttpServletResponse response, EntryRefusal why)
            throws IOException, ServletException {
        if (isNavigation(request) && request.getHeader(FACES) == null) {
            send(
                    response,
                    SignInAgainServlet.PATH + "?why=" + why.word() + "&next="
                            + URLEncoder.encode(wantedPage(request), UTF_8));
        } else {
            askToLogIn(request, response);
        }
    }

    /** To the page that leads to a second factor; what is no page is refused. */
    void askForFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isNavigation(request) && request.getHeader(FACES) == null) {
            send(response, SecondFactorServlet.PATH + "?next=" + URLEncoder.encode(wantedPage(request), UTF_8));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * To Keycloak and then to a page, whoever was logged in here before.
     *
     * @param path  where to go then; what is no path goes home
     * @param hints what else to tell Keycloak
     */
    void logIn(HttpServletRequest request, HttpServletResponse response, String path, Map<String, String> hints)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        toKeycloak(request, response, isPath(path) ? path : HOME, hints);
    }

    /** Through Keycloak to the company's own identity provider, and then where the person wanted to go. */
    void logIn(HttpServletRequest request, HttpServletResponse response, String email, String provider)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        String target = PendingLogIns.latestTarget(request).orElse(HOME);
        toKeycloak(request, response, target, Map.of("login_hint", email, "kc_idp_hint", provider));
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
            HttpServletRequest request, HttpServletResponse response, String target, Map<String, String> hints)
            throws IOException, ServletException {
        if (keycloak.answers()) {
            boolean isAnew = hints.isEmpty() && hasCookie(request);
            seeOther(response, logIn.begin(request, target, isAnew ? Map.of("prompt", "login") : hints));
        } else {
            tellThatItIsAway(request, response);
        }
    }

    /**
     * Remembers in the browser whether its company limits log-ins. For such a one the next log-in is asked to be a new one: else
     * Keycloak, which asks for the password within an organization in any case, tells the time of the one before, and the
     * password would be asked for twice.
     */
    void remember(boolean isLimited, HttpServletRequest request, HttpServletResponse response) {
        if (isLimited != hasCookie(request)) {
            Cookie cookie = new Cookie(ANEW, isLimited ? "1" : "");
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.overTls());
            cookie.setMaxAge(isLimited ? -1 : 0);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }

    private static boolean hasCookie(HttpServletRequest request) {
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(ANEW));
    }

    /** To the page where one of several tenants is chosen. */
    void askForTenant(HttpServletRequest request, HttpServletResponse response) {
        send(response, TenantServlet.PATH + "?next=" + URLEncoder.encode(wantedPage(request), UTF_8));
    }

    /** Goes to a path of the product; what is no path goes home. */
    void send(HttpServletResponse response, String path) {
        response.setHeader("Cache-Control", "no-store");
        seeOther(response, settings.publicUrl() + (isPath(path) ? path : HOME));
    }

    private static boolean isPath(String path) {
        return path != null && path.startsWith("/") && path.chars().noneMatch(c -> c < ' ' || c == '\\');
    }

    /**
     * Whether a form or link of another site caused this request; browsers say so themselves. Those too old for the one
     * header send the other, which says nothing of a page that keeps its address to itself.
     */
    public boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null
                ? !site.equals("same-origin") && !site.equals("none")
                : origin != null && !origin.equals(settings.origin());
    }

    /** Whether somebody goes to a page, and no script asks. */
    boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null ? request.getHeader("X-Requested-With") == null : mode.equals("navigate");
    }

    /** The page of this request; for a form or background request the page it was sent from. */
    private String wantedPage(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && isNavigation(request) && request.getHeader(FACES) == null) {
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
