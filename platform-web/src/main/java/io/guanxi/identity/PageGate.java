package io.guanxi.identity;

import io.guanxi.kernel.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Lets people in to the pages by their session; never looks at a token. */
@ApplicationScoped
public class PageGate {

    /** Pages of those who run the platform. */
    static final String OPERATOR = "/operator";

    private static final Logger LOG = System.getLogger(PageGate.class.getName());

    private SessionCheck check;
    private Visitors visitors;
    private Callers callers;

    protected PageGate() {}

    @Inject
    public PageGate(SessionCheck check, Visitors visitors, Callers callers) {
        this.check = check;
        this.visitors = visitors;
        this.callers = callers;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path, String traceId)
            throws IOException, ServletException {
        Optional<SignedIn> signedIn = check.standing(request);
        if (signedIn.isEmpty()) {
            visitors.askToLogIn(request, response);
            return;
        }
        VerifiedToken who = signedIn.get().who();
        Optional<Membership> membership = signedIn.get().membership();
        if (path.equals(OPERATOR) || path.startsWith(OPERATOR + "/")) {
            if (who.isOperator()) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } else if (path.equals(TenantServlet.PATH)) {
            chain.doFilter(request, response);
        } else if (membership.isPresent()) {
            enter(who, membership.get(), request, response, chain, traceId);
        } else if (who.memberships().isEmpty() && who.isOperator()) {
            visitors.send(response, OPERATOR);
        } else {
            visitors.askForTenant(request, response);
        }
    }

    private void enter(
            VerifiedToken who,
            Membership membership,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String traceId)
            throws IOException, ServletException {
        Optional<Caller> caller;
        try {
            caller = callers.find(who, membership, traceId);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "Callers cannot be looked up, trace " + traceId, failed);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (caller.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            AuthenticationFilter.proceed(caller.get(), request, response, chain);
        }
    }
}
