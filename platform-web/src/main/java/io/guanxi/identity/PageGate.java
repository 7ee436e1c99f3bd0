package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.security.AddressRefused;
import io.guanxi.kernel.support.SupportDesk;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.tenantadmin.operator.OperatorServlet;
import io.guanxi.tenantadmin.page.AdminServlet;
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

    /** RFC 6585; servlets have no name for it. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Logger LOG = System.getLogger(PageGate.class.getName());

    /** In which language somebody is spoken to is not for others to choose. */
    private static final String LANGUAGE = "/language";

    private SessionCheck check;
    private Visitors visitors;
    private Callers callers;
    private EntryRules rules;
    private SupportDesk desk;
    private Admissions admissions;

    protected PageGate() {}

    @Inject
    public PageGate(
            SessionCheck check,
            Visitors visitors,
            Callers callers,
            EntryRules rules,
            SupportDesk desk,
            Admissions admissions) {
        this.rules = rules;
        this.check = check;
        this.visitors = visitors;
        this.callers = callers;
        this.desk = desk;
        this.admissions = admissions;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path, String traceId)
            throws IOException, ServletException {
        boolean isKnown = SignedIn.in(request).isPresent();
        Optional<SignedIn> signedIn = check.standing(request);
        if (signedIn.isEmpty()) {
            if (isKnown) {
                visitors.explain(request, response, EntryRefusal.ENDED);
            } else {
                visitors.askToLogIn(request, response);
            }
            return;
        }
        VerifiedToken who = signedIn.get().who();
        Optional<Membership> membership = signedIn.get().membership();
        if (path.equals(OPERATOR) || path.startsWith(OPERATOR + "/")) {
            if (who.isOperator()) {
                request.setAttribute(OperatorServlet.OPERATOR, who.email());
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } else if (path.equals(TenantServlet.PATH) || path.equals(SecondFactorServlet.PATH)) {
            chain.doFilter(request, response);
        } else if (membership.isPresent()) {
            enter(who, membership.get(), request, response, chain, traceId);
        } else if (who.isOperator() && signedIn.get().tenantId() != 0) {
            support(who, signedIn.get().tenantId(), path, request, response, chain, traceId);
        } else if (who.memberships().isEmpty() && who.isOperator()) {
            visitors.send(response, OPERATOR);
        } else {
            visitors.askForTenant(request, response);
        }
    }

    /** An operator in a tenant that lets support in, as long as it does. */
    private void support(
            VerifiedToken who,
            int tenant,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String traceId)
            throws IOException, ServletException {
        Optional<Caller> caller = desk.callerFor(tenant, who.email(), traceId);
        Optional<EntryRefusal> refusal = rules.refusalOfSupport(tenant, who);
        if (caller.isEmpty()) {
            visitors.send(response, OPERATOR);
        } else if (refusal.isPresent()) {
            refuse(refusal.get(), request, response);
        } else if (path.equals(LANGUAGE)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            try (CallContext.Scope visit = SupportVisit.enter(who.email())) {
                admit(caller.get(), request, response, chain);
            }
        }
    }

    private void admit(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (caller.readsOnly() && !ReadOnlyPages.answers(request, AuthenticationFilter.path(request))) {
            AuthenticationFilter.refuse(caller, new TenantReadOnly(), request, response);
            return;
        }
        Admission admission;
        try {
            admission = admissions.page(caller);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "What the plan allows cannot be looked up", failed);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (admission.waitSeconds().isPresent()) {
            response.setHeader(
                    Admission.RETRY, Long.toString(admission.waitSeconds().getAsLong()));
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        try (CallContext.Scope share = admission.share()) {
            AuthenticationFilter.proceed(caller, request, response, chain);
        }
    }

    /** An address may be another in a moment; a session that is over stays so. */
    private void refuse(EntryRefusal why, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (why == EntryRefusal.ADDRESS) {
            request.setAttribute(AdminServlet.FAILURE, new AddressRefused(request.getRemoteAddr()));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (why == EntryRefusal.FACTOR) {
            visitors.askForFactor(request, response);
        } else {
            request.getSession().invalidate();
            visitors.explain(request, response, why);
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
        Optional<EntryRefusal> refusal;
        try {
            caller = callers.find(who, membership, traceId);
            refusal = caller.flatMap(person -> rules.refusal(person, who, request));
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "Callers cannot be looked up, trace " + traceId, failed);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (caller.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (refusal.isPresent()) {
            refuse(refusal.get(), request, response);
        } else if (visitors.isNavigation(request)
                && !SecondFactorServlet.isPutOff(request)
                && rules.missingFactor(membership.tenantId(), who).isPresent()) {
            visitors.askForFactor(request, response);
        } else {
            visitors.remember(rules.isLimited(membership.tenantId()), request, response);
            admit(caller.get(), request, response, chain);
        }
    }
}
