package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/** Tells the audit of a tenant who came in and who left. Whoever belongs to several is told of where they go to work. */
@ApplicationScoped
public class SessionTrail {

    private static final Logger LOG = System.getLogger(SessionTrail.class.getName());

    private Callers callers;
    private AuditTrail trail;

    protected SessionTrail() {}

    @Inject
    public SessionTrail(Callers callers, AuditTrail trail) {
        this.callers = callers;
        this.trail = trail;
    }

    void loggedIn(HttpServletRequest request, SignedIn signedIn) {
        tell(request, signedIn, AuditAction.LOGGED_IN);
    }

    void loggedOut(HttpServletRequest request, SignedIn signedIn) {
        tell(request, signedIn, AuditAction.LOGGED_OUT);
    }

    private void tell(HttpServletRequest request, SignedIn signedIn, AuditAction action) {
        signedIn.membership().ifPresent(membership -> {
            try {
                tell(request, signedIn.who(), membership, action);
            } catch (RuntimeException failed) {
                // The next page tells of the outage; nobody is kept from leaving by it.
                LOG.log(Level.WARNING, "A log-in or log-out cannot be noted", failed);
            }
        });
    }

    /** Of somebody whom the tenant does not let in it is told that they tried. */
    private void tell(HttpServletRequest request, VerifiedToken who, Membership membership, AuditAction action) {
        String trace = String.valueOf(request.getAttribute(AuthenticationFilter.TRACE_ID));
        Optional<Caller> caller = callers.find(who, membership, trace);
        try (CallContext.Scope origin = CallOrigin.enter(AuthenticationFilter.origin(request));
                CallContext.Scope scope =
                        CallContext.enter(caller.orElseGet(() -> Caller.system(membership.tenantId(), trace)))) {
            trail.done(
                    AuditArea.SESSIONS,
                    caller.isPresent() ? action : AuditAction.LOG_IN_FAILED,
                    who.subject(),
                    who.email(),
                    Map.of());
        }
    }
}
