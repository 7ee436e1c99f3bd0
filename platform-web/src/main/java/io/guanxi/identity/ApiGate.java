package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
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
import java.util.List;
import java.util.Optional;

/** Lets calls of the REST interface in by their bearer token; never looks at a session. */
@ApplicationScoped
public class ApiGate {

    static final String TENANT_HEADER = "X-Tenant";

    private static final Logger LOG = System.getLogger(ApiGate.class.getName());

    private BearerTokenVerifier verifier;
    private Callers callers;
    private EntryRules rules;
    private Admissions admissions;

    protected ApiGate() {}

    @Inject
    public ApiGate(BearerTokenVerifier verifier, Callers callers, EntryRules rules, Admissions admissions) {
        this.rules = rules;
        this.verifier = verifier;
        this.callers = callers;
        this.admissions = admissions;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String traceId)
            throws IOException, ServletException {
        VerifiedToken token;
        try {
            token = verifier.verify(request.getHeader("Authorization"));
        } catch (NotAuthenticated refused) {
            response.setHeader("WWW-Authenticate", challenge(refused.reason()));
            ApiAnswer.UNAUTHENTICATED.send(request, response, refused.reason().code(), traceId);
            return;
        } catch (IdentityUnavailable away) {
            LOG.log(Level.WARNING, "No signature keys, trace " + traceId, away);
            ApiAnswer.UNAVAILABLE.send(request, response, "identity.unavailable", traceId);
            return;
        }
        String wanted = request.getHeader(TENANT_HEADER);
        List<Membership> candidates = candidates(token, wanted);
        if (candidates.size() > 1) {
            ApiAnswer.MALFORMED_REQUEST.send(request, response, "tenant.several", traceId);
        } else if (candidates.isEmpty()) {
            ApiAnswer.ACCESS_DENIED.send(request, response, "tenant.none", traceId);
        } else {
            enter(token, candidates.get(0), request, response, chain, traceId);
        }
    }

    private void enter(
            VerifiedToken token,
            Membership membership,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String traceId)
            throws IOException, ServletException {
        Optional<Caller> caller;
        Optional<EntryRefusal> refusal;
        try {
            caller = callers.find(token, membership, traceId);
            refusal = caller.flatMap(one -> rules.refusal(one, token, request));
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "Callers cannot be looked up, trace " + traceId, failed);
            ApiAnswer.UNAVAILABLE.send(request, response, "directory.unavailable", traceId);
            return;
        }
        if (caller.isEmpty()) {
            ApiAnswer.ACCESS_DENIED.send(request, response, "member.none", traceId);
        } else if (refusal.isPresent()) {
            refuse(refusal.get(), request, response, traceId);
        } else {
            admit(caller.get(), request, response, chain, traceId);
        }
    }

    private static void refuse(
            EntryRefusal why, HttpServletRequest request, HttpServletResponse response, String traceId)
            throws IOException {
        if (!why.error().isEmpty()) {
            response.setHeader("WWW-Authenticate", challenge(why.error()));
        }
        why.answer().send(request, response, why.code(), traceId);
    }

    /** Lets a call in when its client, its tenant and this node have room for it. */
    private void admit(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain, String traceId)
            throws IOException, ServletException {
        Admission admission;
        try {
            admission = admissions.call(caller);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "What the plan allows cannot be looked up, trace " + traceId, failed);
            ApiAnswer.UNAVAILABLE.send(request, response, "directory.unavailable", traceId);
            return;
        }
        if (admission.waitSeconds().isPresent()) {
            response.setHeader(
                    Admission.RETRY, Long.toString(admission.waitSeconds().getAsLong()));
            ApiAnswer.TOO_MANY_REQUESTS.send(request, response, admission.reason(), traceId);
            return;
        }
        try (CallContext.Scope share = admission.share()) {
            AuthenticationFilter.proceed(caller, request, response, chain);
        }
    }

    /** The memberships that may be meant; a wish narrows them and never adds one. */
    private static List<Membership> candidates(VerifiedToken token, String wanted) {
        return token.memberships().stream()
                .filter(one -> wanted == null || one.alias().equals(wanted))
                .toList();
    }

    /** RFC 6750, section 3: no error code when the call brought no token at all. */
    private static String challenge(NotAuthenticated.Reason reason) {
        return reason == NotAuthenticated.Reason.MISSING ? "Bearer realm=\"guanxi\"" : challenge("invalid_token");
    }

    private static String challenge(String error) {
        return "Bearer realm=\"guanxi\", error=\"" + error + "\"";
    }
}
