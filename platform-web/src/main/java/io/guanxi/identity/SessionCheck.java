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

    protected SessionCheck() {}

    @Inject
    public SessionCheck(TokenEndpoint endpoint, LogIn logIn, EndedSessions ended) {
        this.endpoint = endpoint;
        this.logIn = logIn;
        this.ended = ended;
    }

    /** The request's log-in, renewed when it is time; empty, and the session gone, when it no longer stands. */
    Optional<SignedIn> standing(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SignedIn.in(request);
        if (signedIn.isPresent() && ended.contains(signedIn.get().who().sessionId())) {
            request.getSession().invalidate();
            return Optional.empty();
        }
        return signedIn.flatMap(one -> isDue(one) ? renew(request.getSession(), one) : signedIn);
    }

    private boolean isDue(SignedIn signedIn) {
        return Instant.now().isAfter(signedIn.checkAgainAt()) && !endpoint.isAway();
    }

    private Optional<SignedIn> renew(HttpSession session, SignedIn signedIn) {
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
            session.invalidate();
            return Optional.empty();
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
