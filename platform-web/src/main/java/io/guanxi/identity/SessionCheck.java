package io.guanxi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks Keycloak from time to time whether a session still stands and what the person now is.
 *
 * <p>Keycloak saying no ends the session; Keycloak not answering does not.
 */
@ApplicationScoped
public class SessionCheck {

    private static final Logger LOG = System.getLogger(SessionCheck.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private TokenEndpoint endpoint;
    private LogIn logIn;
    private EndedSessions ended;
    private SessionTrail trail;

    protected SessionCheck() {}

    @Inject
    public SessionCheck(TokenEndpoint endpoint, LogIn logIn, EndedSessions ended, SessionTrail trail) {
        this.trail = trail;
        this.endpoint = endpoint;
        this.logIn = logIn;
        this.ended = ended;
    }

    /** The request's log-in, renewed when it is time; empty, and the session gone, when it no longer stands. */
    Optional<SignedIn> standing(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SignedIn.in(request);
        if (signedIn.isPresent() && ended.contains(signedIn.get().who().sessionId())) {
            return over(request, signedIn.get());
        }
        return signedIn.flatMap(one -> isDue(one) ? renew(request, one) : signedIn);
    }

    private boolean isDue(SignedIn signedIn) {
        return Instant.now().isAfter(signedIn.checkAgainAt()) && !endpoint.isAway();
    }

    private Optional<SignedIn> over(HttpServletRequest request, SignedIn signedIn) {
        request.getSession().invalidate();
        trail.over(request, signedIn);
        return Optional.empty();
    }

    private Optional<SignedIn> renew(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession();
        String id = session.getId();
        if (!underWay.add(id)) {
            return Optional.of(signedIn);
        }
        try {
            TokenResponse tokens = endpoint.refresh(signedIn.refreshToken());
            VerifiedToken fresh = logIn.verify(tokens, null);
            if (!fresh.subject().equals(signedIn.who().subject())) {
                throw new NotAuthenticated(NotAuthenticated.Reason.INVALID);
            }
            return Optional.of(kept(session, signedIn.renewed(fresh, tokens)));
        } catch (TokenEndpoint.Refused | NotAuthenticated over) {
            return over(request, signedIn);
        } catch (IdentityUnavailable away) {
            LOG.log(Level.WARNING, "Keycloak does not answer; running sessions go on");
            return Optional.of(kept(session, signedIn.postponed(PAUSE)));
        } finally {
            underWay.remove(id);
        }
    }

    private static SignedIn kept(HttpSession session, SignedIn signedIn) {
        signedIn.keepIn(session);
        return signedIn;
    }
}
