package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.session.PersonSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the audit and the list of sessions of a tenant who came in and who left. Whoever belongs to several is told of where they go to work. */
@ApplicationScoped
public class SessionTrail {

    private static final Logger LOG = System.getLogger(SessionTrail.class.getName());

    private Callers callers;
    private AuditTrail trail;
    private PersonSessions sessions;

    protected SessionTrail() {}

    @Inject
    public SessionTrail(Callers callers, AuditTrail trail, PersonSessions sessions) {
        this.callers = callers;
        this.trail = trail;
        this.sessions = sessions;
    }

    void loggedIn(HttpServletRequest request, SignedIn signedIn) {
        tell(request, signedIn, caller -> note(signedIn.who(), caller.isPresent(), AuditAction.LOGGED_IN));
    }

    void loggedOut(HttpServletRequest request, SignedIn signedIn) {
        tell(request, signedIn, caller -> {
            note(signedIn.who(), caller.isPresent(), AuditAction.LOGGED_OUT);
            sessions.loggedOut(signedIn.who().sessionId());
        });
    }

    /** Keycloak no longer knows the session: it is not listed any more. */
    void over(HttpServletRequest request, SignedIn signedIn) {
        tell(request, signedIn, caller -> sessions.loggedOut(signedIn.who().sessionId()));
    }

    private void tell(HttpServletRequest request, SignedIn signedIn, Consumer<Optional<Caller>> news) {
        signedIn.membership().ifPresent(membership -> {
            String trace = String.valueOf(request.getAttribute(AuthenticationFilter.TRACE_ID));
            try {
                Optional<Caller> caller = callers.find(signedIn.who(), membership, trace);
                try (CallContext.Scope origin = CallOrigin.enter(AuthenticationFilter.origin(request));
                        CallContext.Scope scope = CallContext.enter(
                                caller.orElseGet(() -> Caller.system(membership.tenantId(), trace)))) {
                    news.accept(caller);
                }
            } catch (RuntimeException failed) {
                // The next page tells of the outage; nobody is kept from leaving by it.
                LOG.log(Level.WARNING, "A log-in or log-out cannot be noted", failed);
            }
        });
    }

    /** Of somebody whom the tenant does not let in it is told that they tried. */
    private void note(VerifiedToken who, boolean isLetIn, AuditAction action) {
        trail.done(
                AuditArea.SESSIONS, isLetIn ? action : AuditAction.LOG_IN_FAILED, who.subject(), who.email(), Map.of());
    }
}
