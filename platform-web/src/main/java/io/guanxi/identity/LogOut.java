package io.guanxi.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Log-out: ends the session here and at Keycloak, whichever side it starts on. */
@ApplicationScoped
public class LogOut {

    static final String PATH = "/logout";
    static final String DONE = "/oidc/logged-out";
    static final String BACKCHANNEL = "/oidc/backchannel-logout";

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final JOSEObjectType LOGOUT_TOKEN = new JOSEObjectType("logout+jwt");

    private IdentitySettings settings;
    private EndedSessions ended;
    private SignedTokens logoutTokens;
    private SessionTrail trail;

    protected LogOut() {}

    @Inject
    public LogOut(IdentitySettings settings, EndedSessions ended, IdentityKeys keys, SessionTrail trail) {
        this.settings = settings;
        this.trail = trail;
        this.ended = ended;
        this.logoutTokens = new SignedTokens(
                keys,
                LOGOUT_TOKEN,
                settings.issuer(),
                settings.clientId(),
                Set.of("iat", "exp", "jti", "events", "sid"));
    }

    /** The person logs out here: the session ends, and the browser goes to Keycloak to end that one too. */
    void here(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> signedIn = SignedIn.in(request);
        signedIn.ifPresent(one -> trail.loggedOut(request, one));
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("post_logout_redirect_uri", settings.publicUrl() + DONE);
        signedIn.ifPresent(one -> query.put("id_token_hint", one.idToken()));
        // 303: whatever asked for the log-out, Keycloak is asked with GET.
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", settings.endpoint("logout") + "?" + TokenEndpoint.encode(query));
    }

    /** Keycloak tells that a session has ended there (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    void atKeycloak(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            String token = Optional.ofNullable(request.getParameter("logout_token"))
                    .orElseThrow(() -> new NotAuthenticated(NotAuthenticated.Reason.MISSING));
            JWTClaimsSet claims = logoutTokens.check(token);
            boolean logout = claims.getClaim("events") instanceof Map<?, ?> events
                    && events.containsKey(EVENT)
                    && claims.getClaim("nonce") == null;
            if (!logout) {
                throw new NotAuthenticated(NotAuthenticated.Reason.INVALID);
            }
            ended.end(claims.getClaim("sid").toString());
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (NotAuthenticated notKeycloak) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IdentityUnavailable away) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
