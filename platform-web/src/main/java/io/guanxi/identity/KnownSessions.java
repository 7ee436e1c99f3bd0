package io.guanxi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.session.Ending;
import io.guanxi.kernel.session.LogInMoment;
import io.guanxi.kernel.session.PersonSessions;
import io.guanxi.kernel.session.SessionsEnded;
import io.guanxi.kernel.session.Standing;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the session of a person still stands in the company they work in. What is found is known for some seconds: an end acts
 * at once on the node where it happens, and within that time on the others.
 */
@ApplicationScoped
public class KnownSessions {

    private static final Duration KNOWN = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Cache<Visit, Standing> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    private PersonSessions sessions;

    protected KnownSessions() {}

    @Inject
    public KnownSessions(PersonSessions sessions) {
        this.sessions = sessions;
    }

    /** Who comes by which session; another log-in within it is another visit, since it may begin what had ended. */
    private record Visit(int tenant, long member, LogInMoment logIn, CallOrigin.Channel channel) {}

    /**
     * Why the person's session is over, when it is; the request is from now on known to come by it.
     *
     * @param idle how long it may lie unused; empty for as long as it lives
     * @throws EJBException when the database cannot be reached
     */
    Optional<Ending> ending(Caller caller, VerifiedToken who, Optional<Duration> idle, HttpServletRequest request) {
        Optional<LogInMoment> logIn = who.logIn();
        if (logIn.isEmpty()) {
            return Optional.empty();
        }
        CallOrigin origin = AuthenticationFilter.origin(request);
        Visit visit = new Visit(caller.tenantId(), caller.memberId(), logIn.get(), origin.channel());
        Standing standing = known.get(visit, key -> ask(caller, key, idle, origin));
        request.setAttribute(AuthenticationFilter.SESSION, standing.id());
        request.setAttribute(AuthenticationFilter.TWOFOLD, who.isTwofold());
        return standing.ending();
    }

    /** Of two requests that begin a session at once one may lose; the next attempt finds it begun. */
    private Standing ask(Caller caller, Visit visit, Optional<Duration> idle, CallOrigin origin) {
        try (CallContext.Scope from = CallOrigin.enter(origin);
                CallContext.Scope scope = CallContext.enter(caller)) {
            try {
                return sessions.visit(visit.logIn(), idle);
            } catch (EJBException lostRace) {
                return sessions.visit(visit.logIn(), idle);
            }
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded change) {
        known.asMap().keySet().removeIf(visit -> visit.tenant() == change.tenantId());
    }
}
